// SPDX-License-Identifier: GPL-3.0-or-later
// The law of the canonical notation: whatever the tree, its text is parsed to the same tree.
#include "common/query/query_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/article/analysed_article.h"
#include "common/query/query_nodes.h"
#include "common/query/query_terms.h"
#include "common/query/query_words.h"
#include "tests/common/query/number.h"
#include "tests/common/query/parsed.h"

namespace morgue {
namespace {

Node parsed(const std::string& text) { return parse_query(text, on_a_thursday).tree; }

template <class T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

Term any_term() {
  const std::string_view written =
      one_of({"lavrov", "F-16",  "f16",     "l'Élysée", "AT&T",  "3.5",    "U.S.", "covid-19",
              "東",     "and",   "OR",      "Not",      "near",  "title",  "w",    "exact",
              "none",   "1,000", "O’Brien", "e-mail",   "qu'il", "Erdoğan"});
  Lexicon lexicon;
  return terms_of(written, lexicon).front();
}

Term any_marked_term() {
  if (number(0, 2) == 0)
    return {one_of<std::string>({"lavr*", "*stan", "wi?d*", "3.5*", "19*", "or*", "at&t*"}),
            TermKind::wildcard,
            {},
            {}};
  return {one_of<std::string>({"lavrov", "title", "elysee"}),
          TermKind::fuzzy,
          {},
          {},
          static_cast<unsigned>(number(1, 3))};
}

std::vector<Term> some_terms(int fewest) {
  std::vector<Term> terms;
  for (int n = number(fewest, 5); n > 0; --n)
    terms.push_back(number(0, 4) == 0 ? any_marked_term() : any_term());
  return terms;
}

Node any_word_or_phrase(Field field) {
  if (number(0, 4) == 0) return {Word{field, any_marked_term()}};
  if (*rc::gen::arbitrary<bool>()) return {Word{field, any_term()}};
  auto terms = some_terms(1);
  if (terms.size() > 1 && number(0, 4) == 0)
    terms.insert(terms.begin() + 1, Term{"*", TermKind::any, {}, {}});
  return {Phrase{field, terms}};
}

Node any_side(Field field) {
  if (number(0, 4) > 0) return any_word_or_phrase(field);
  return any_of({any_word_or_phrase(field), any_word_or_phrase(field)});
}

Node any_near(Field field) {
  Node near = any_side(field);
  for (int n = number(1, 4); n > 0; --n) {
    Near how;
    how.unit = one_of({NearUnit::words, NearUnit::words, NearUnit::sentence, NearUnit::paragraph});
    if (how.unit == NearUnit::words) {
      how.distance = static_cast<std::size_t>(number(0, 100));
      how.ordered = *rc::gen::arbitrary<bool>();
    }
    near = *near_of(near, any_side(field), how);
  }
  return near;
}

Node any_leaf(Field field) {
  switch (number(0, 8)) {
    case 0:
      return {Literal{field,
                      one_of<std::string>({"A b", "U.S.", "a \"b\" \\ c", "Lavrov's", "x*y?z~1 ^2", "été"})}};
    case 1: return {Window{field, some_terms(2), static_cast<std::size_t>(number(0, 50))}};
    case 2:
    case 3: return any_near(field);
    default: return any_word_or_phrase(field);
  }
}

Node any_value() {
  const auto field = one_of({Field::source, Field::section, Field::tag, Field::place, Field::lang,
                             Field::site, Field::url, Field::id});
  const std::string written =
      one_of({"BBC News", "Reuters", "C++", "a\"b", "a\\b", "-x", "http://a.b/c?d=(e)", "«x»", "a*b?",
              "en-GB", "Zürich", "x:y", "AND", "…"});
  const bool takes_stars = info(field).kind == FieldKind::whole_value;
  if (takes_stars && number(0, 3) == 0) {
    const auto pattern = one_of<std::string>({"The*", "*b c*", "a*\"x\" \\", "*", "x~1*"});
    return {Value{field, compared_value(field, pattern), pattern, true}};
  }
  return {Value{field, compared_value(field, written), written}};
}

Node any_date() {
  const auto day = on_a_thursday.today + std::chrono::days{number(-5000, 5000)};
  const auto later = day + std::chrono::days{number(0, 800)};
  const auto field = one_of({Field::date, Field::added});
  switch (number(0, 5)) {
    case 4: return {Dated{field, {}, thursday_at_noon - number(0, 9999) * 3600}};
    case 0: return {Dated{field, DaySpan{day, later}}};
    case 1: return {Dated{field, DaySpan{day, {}}}};
    case 2: return {Dated{field, DaySpan{{}, later}}};
    default: return {Dated{Field::date, {}}};
  }
}

/// A tree in normal form; every leaf is of the field, if one is given.
Node any_tree(int depth, std::optional<Field> only = {}) {
  const auto children = [&] {
    std::vector<Node> nodes;
    for (int n = number(2, 4); n > 0; --n) nodes.push_back(any_tree(depth - 1, only));
    return nodes;
  };
  const int kind = number(depth > 0 ? 0 : 4, only ? 6 : 9);
  if (kind == 0) return all_of(children());
  if (kind == 1) return any_of(children());
  if (kind == 2) return none_of(any_tree(depth - 1, only));
  if (kind == 3 && !only) {
    const auto field = one_of({Field::person, Field::author});
    return in_one_value(any_tree(depth - 1, field), field);
  }
  if (kind == 6) return any_value();
  if (kind == 7) return any_date();
  if (kind == 8) return {Everything{}};
  return any_leaf(only ? *only
                       : one_of({Field::any, Field::title, Field::body, Field::person, Field::author}));
}

TEST(QueryText, IsShortAndClear) {
  for (const auto* text : {"lavrov AND troops",
                           "(a AND b) OR c",
                           "a AND (b OR c)",
                           "NOT (a OR b)",
                           "\"a b\"",
                           "title:a AND NOT body:\"b c\"",
                           "source:\"BBC News\" AND lang:en-GB",
                           "person:(sergey AND lavrov)",
                           "NOT person:(a OR b)",
                           "date:2021-03..2021-06",
                           "added:2021",
                           "*:*",
                           "\"\"",
                           "a NEAR/5 b",
                           "a ADJ/5 b AND c",
                           "a w/s b w/p c",
                           "title:(a NEAR/5 \"b c\")",
                           "NOT (a NEAR/5 b)",
                           "(a OR b) NEAR/5 c",
                           "\"a b\"~5",
                           "=\"A, b\"",
                           "title:=\"A\"",
                           "lavr*",
                           "\"a * wi?d*\"",
                           "lavrov~1",
                           "\"lavrov~1 b\"",
                           "source:The*",
                           "date:>=2021-07-14T12:00:00Z",
                           "f-16 OR l'elysee",
                           "place:Zürich",
                           "id:\"a\\\"b\""})
    EXPECT_EQ(understood(text), text);
}

RC_GTEST_PROP(QueryText, OfATreeIsParsedToTheSameTree, ()) {
  const auto tree = any_tree(number(0, 5));
  const auto text = query_text(tree);
  RC_PRE(text.size() <= most_query_bytes);
  RC_LOG() << text;
  RC_ASSERT(parsed(text) == tree);
}

std::string any_query() {
  std::string text;
  for (int n = number(1, 30); n > 0; --n)
    text += one_of<std::string>({"a",        "Lavrov's",   "F-16",
                                 "l'Élysée", "東京",       "US",
                                 "9/11",     "1\u2009000", "AND",
                                 "OR",       "NOT",        "and",
                                 "NEAR/5",   "w/s",        "(",
                                 ")",        "((",         "))",
                                 "\"",       "“",          "”",
                                 "«",        "»",          "'",
                                 "-",        "+",          "=",
                                 "|",        "||",         "&&",
                                 "&",        ":",          "\\",
                                 "*",        "?",          "~2",
                                 "^3",       "/",          "..",
                                 "title:",   "titel:",     "person:",
                                 "person:(", "author:(",   "source:",
                                 "id:",      "url:",       "date:",
                                 "after:",   "last:",      "2021",
                                 "2020-05",  "7d",         "[2021 TO 2022]",
                                 "{",        "none",       "*:*",
                                 " ",        " ",          " ",
                                 " ",        " ",          "\t",
                                 "\xFF",     "\xE2\x80",   "\xC2\xAD",
                                 "lavr*",    "l?vr*",      "*stan",
                                 "wo~",      "lavrov~",    "\"~5",
                                 "=\"",      "exact:\"",   "ADJ/3",
                                 "NEAR",     "pre/2",      "w/p",
                                 "24h",      "~1",         ">=2021-07-14T12:00:00Z",
                                 "lavrov",   "(a OR b)",   "e-mai*",
                                 "\"a b\"",  " NEAR ",     "Straße*",
                                 "ﷺ",        "ŉ",          "e\xCC\x81",
                                 "\xCC\x81", "½",          "﹢"});
  return text;
}

void come_back(const std::string& text, bool match_any) {
  auto options = on_a_thursday;
  options.match_any = match_any;
  const auto tree = parse_query(text, options).tree;
  const auto written = query_text(tree);
  RC_LOG() << text << "\n" << written;
  RC_ASSERT(parsed(written) == tree);
}

RC_GTEST_PROP(QueryText, OfWhateverWasTypedIsParsedToTheSameTree, (bool match_any)) {
  come_back(any_query(), match_any);
}

RC_GTEST_PROP(QueryText, OfAnyBytesIsParsedToTheSameTree, (const std::string& bytes)) {
  come_back(bytes, false);
}

TEST(QueryText, OfDeepBracketsIsParsedToTheSameTree) {
  std::string text = "x";
  for (int i = 0; i < 50; ++i) text = "a b OR (c -(d " + text + "))";
  const auto tree = parsed(text);
  EXPECT_EQ(parsed(query_text(tree)), tree);
}

}  // namespace
}  // namespace morgue
