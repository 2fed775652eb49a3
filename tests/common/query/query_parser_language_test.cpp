// SPDX-License-Identifier: GPL-3.0-or-later
// Distance, literals, wildcards and letters that may be wrong: what is read, and what is repaired where.
#include <gtest/gtest.h>

#include "tests/common/query/parsed.h"

namespace morgue {
namespace {

void expect_rows(std::initializer_list<WarningRow> rows) {
  for (const auto& [typed, expected, warnings] : rows) {
    EXPECT_EQ(understood(typed), expected) << typed;
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
  }
}

Term wildcard(std::string pattern) { return {std::move(pattern), TermKind::wildcard, {}, {}}; }
Term fuzzy(std::string form, unsigned edits) { return {std::move(form), TermKind::fuzzy, {}, {}, edits}; }

TEST(QueryParserDistance, ReadsEveryWriting) {
  expect_rows({
      {"a NEAR/5 b", "a NEAR/5 b", ""},
      {"a NEAR b", "a NEAR/10 b", ""},
      {"a w/5 b", "a NEAR/5 b", ""},
      {"a W/5 b", "a NEAR/5 b", ""},
      {"a ADJ/5 b", "a ADJ/5 b", ""},
      {"a ADJ b", "a ADJ/10 b", ""},
      {"a pre/5 b", "a ADJ/5 b", ""},
      {"a PRE/3 b", "a ADJ/3 b", ""},
      {"a w/s b", "a w/s b", ""},
      {"a W/P b", "a w/p b", ""},
      {"a NEAR/99999999999999999999 b", "a NEAR/1000000000 b", ""},
      {"a near b", "a AND near AND b", ""},
      {"a near/5 b", "a AND \"near 5\" AND b", ""},
      {"a w b", "a AND w AND b", ""},
      {"a pre/s b", "a AND \"pre s\" AND b", ""},
      {"a NEAR/x b", "a AND \"near x\" AND b", ""},
      {"\"a b\"~5", "\"a b\"~5", ""},
      {"\"a b c\"~0", "\"a b c\"~0", ""},
      {"title:\"a b\"~5", "title:\"a b\"~5", ""},
  });
}

TEST(QueryParserDistance, TakesWordsPhrasesWildcardsAndAlternativesAsSides) {
  expect_rows({
      {"\"a b\" NEAR/3 c", "\"a b\" NEAR/3 c", ""},
      {"lavr* NEAR/3 putin~1", "lavr* NEAR/3 putin~1", ""},
      {"(a OR \"b c\") NEAR/3 d", "(a OR \"b c\") NEAR/3 d", ""},
      {"a NEAR/3 (b OR c* OR word~1)", "a NEAR/3 (b OR c OR word~1)", "wildcard_short[15,17)"},
      {"9/11 NEAR attack", "\"9 11\" NEAR/10 attack", ""},
      {"a NEAR/3 +b", "a NEAR/3 b", ""},
  });
}

TEST(QueryParserDistance, BindsLeftAndTighterThanNot) {
  expect_rows({
      {"a NEAR/3 b ADJ/2 c", "a NEAR/3 b ADJ/2 c", ""},
      {"(a NEAR/3 b) ADJ/2 c", "a NEAR/3 b ADJ/2 c", ""},
      {"-a w/5 b", "NOT (a NEAR/5 b)", ""},
      {"a b NEAR c d", "a AND b NEAR/10 c AND d", ""},
      {"a OR b NEAR c", "a OR b NEAR/10 c", ""},
      {"a w/s b w/p c", "a w/s b w/p c", ""},
  });
  const auto tree = parse_query("a NEAR/3 b ADJ/2 c", on_a_thursday).tree;
  const auto& outer = std::get<Near>(tree.is);
  EXPECT_TRUE(outer.ordered);
  EXPECT_EQ(outer.distance, 2U);
  EXPECT_TRUE(std::holds_alternative<Near>(outer.sides[0].is));
}

TEST(QueryParserDistance, HoldsInOneField) {
  expect_rows({
      {"title:(a NEAR/3 b)", "title:(a NEAR/3 b)", ""},
      {"title:a NEAR/3 title:b", "title:(a NEAR/3 b)", ""},
      {"title:a NEAR/3 headline:b", "title:(a NEAR/3 b)", ""},
      {"title:a NEAR/3 b", "title:a AND b", "near_side[8,14)"},
      {"person:(a NEAR/3 b)", "person:(a NEAR/3 b)", ""},
      {"person:(a NEAR/3 b c)", "person:(a NEAR/3 b AND c)", ""},
      {"person:(a OR b) NEAR person:c", "person:((a OR b) NEAR/10 c)", ""},
      {"-person:(a NEAR b)", "NOT person:(a NEAR/10 b)", ""},
      {"title:(a w/s b) NEAR title:c", "title:(a w/s b NEAR/10 c)", ""},
  });
}

TEST(QueryParserDistance, IsAndWhereASideCannotBeOne) {
  expect_rows({
      {"a NEAR/5 (b c)", "a AND b AND c", "near_side[2,8)"},
      {"a NEAR -b w/5 c", "a AND NOT b AND c", "near_side[2,6) near_side[10,13)"},
      {"a NEAR title:b", "a AND title:b", "near_side[2,6)"},
      {"a NEAR source:b", "a AND source:b", "near_side[2,6)"},
      {"a NEAR =\"B\"", "a AND =\"B\"", "near_side[2,6)"},
      {"a NEAR \"b c\"~5", "a AND \"b c\"~5", "near_side[2,6)"},
      {"a NEAR (b NEAR/3 c)", "a AND b NEAR/3 c", "near_side[2,6)"},
      {"a NEAR (b OR title:c)", "a AND (b OR title:c)", "near_side[2,6)"},
      {"a NEAR *:*", "a AND *:*", "near_side[2,6)"},
      {"NEAR/5 a", "a", "dangling_operator[0,6)"},
      {"a NEAR/5", "a", "dangling_operator[2,8)"},
      {"a ADJ OR b", "a AND b", "dangling_operator[6,8)"},
  });
}

TEST(QueryParserDistance, MakesNoWindowOfOneWordOrOfAnyWords) {
  expect_rows({
      {"\"a\"~5", "\"a\"", "dropped_mark[3,5)"},
      {"\"a b\"~", "\"a b\"", "dropped_mark[5,6)"},
      {"\"a * b\"~5", "\"a b\"~5", "dropped_mark[0,9)"},
      {"\"a b\"~5^2", "\"a b\"~5", "dropped_mark[7,9)"},
  });
}

TEST(QueryParserLiteral, KeepsCaseAccentsAndSigns) {
  expect_rows({
      {"=\"A b\"", "=\"A b\"", ""},
      {"exact:\"A b\"", "=\"A b\"", ""},
      {"EXACT:“A b”", "=\"A b\"", ""},
      {"title:=\"A b\"", "title:=\"A b\"", ""},
      {"title:exact:\"A b\"", "title:=\"A b\"", ""},
      {"title:(=\"A\" b)", "title:=\"A\" AND title:b", ""},
      {"-=\"A\"", "NOT =\"A\"", ""},
      {"=\"  Él   Niño, 2021! \"", "=\"Él Niño, 2021\"", ""},
      {"=\"e\xCC\x81t\xC3\xA9\"", "=\"été\"", ""},
      {"=\"U.S.\"", "=\"U.S.\"", ""},
      {"=\"Lavrov's\"", "=\"Lavrov's\"", ""},
      {"=\"James'\"", "=\"James\"", ""},
      {"=\"«x»\"", "=\"x\"", ""},
      {"=\"a \\\"b\\\" c*\"", "=\"a \\\"b\\\" c\"", ""},
      {"=\"A b", "=\"A b\"", "unbalanced_quote[1,5)"},
      {"=\"A\"~2", "=\"A\"", "dropped_mark[4,6)"},
      {"=A", "a", ""},
      {"source:=\"BBC News\"", "source:\"BBC News\"", "dropped_mark[7,8)"},
      {"=\"\"", "\"\"", "nothing_to_search[0,3)"},
      {"=\"!?\" a", "a", ""},
      {"person:(=\"A\" b)", "person:(=\"A\" AND b)", ""},
  });
}

TEST(QueryParserWildcards, ReadsThemWhereverWordsStand) {
  expect_rows({
      {"wild*", "wild*", ""},
      {"*STAN", "*stan", ""},
      {"wi?d*", "wi?d*", ""},
      {"w*d", "w*d", ""},
      {"a**b", "a*b", ""},
      {"Él*", "el*", ""},
      {"O'Br*", "obr*", ""},
      {"Lavrov's*", "lavrov*", ""},
      {"19*", "19*", ""},
      {"title:wild*", "title:wild*", ""},
      {"-wild*", "NOT wild*", ""},
      {"\"peace tal*\"", "\"peace tal*\"", ""},
      {"\"wild*\"", "\"wild*\"", ""},
      {"foo/bar*", "\"foo bar*\"", ""},
      {"9/11*", "\"9 11*\"", ""},
      {"F-1*", "f1*", ""},
      {"e-mai*", "emai*", ""},
      {"\"an e-mai*\"", "\"an e mai*\"", ""},
      {"who?", "who", ""},
      {"wi??d", "\"wi d\"", ""},
      {"wild\\*", "wild", ""},
      {"who?me", "who?me", ""},
  });
  EXPECT_EQ(parse_query("Wi?d*", on_a_thursday).tree, (Node{Word{Field::any, wildcard("wi?d*")}}));
}

TEST(QueryParserWildcards, NeedTwoLetters) {
  expect_rows({
      {"w*", "w", "wildcard_short[0,2)"},
      {"x w* y", "x AND w AND y", "wildcard_short[2,4)"},
      {"*w*", "w", "wildcard_short[0,3)"},
      {"\"to w*\"", "\"to w\"", "wildcard_short[0,7)"},
      {"*", "\"\"", "dropped_mark[0,1) nothing_to_search[0,1)"},
      {"a * b", "a AND b", "dropped_mark[2,3)"},
      {"東*", "東", "wildcard_short[0,2)"},
  });
}

TEST(QueryParserWildcards, TakeALoneStarInAPhraseForAnyWord) {
  expect_rows({
      {"\"a * b\"", "\"a * b\"", ""},
      {"\"a ** b\"", "\"a * b\"", ""},
      {"\"a * * b\"", "\"a * * b\"", ""},
      {"\"* a b *\"", "\"a b\"", ""},
      {"\"*\"", "\"\"", "nothing_to_search[0,3)"},
      {"\"a \\* b\"", "\"a b\"", ""},
  });
}

TEST(QueryParserFuzzy, AllowsAsManyLettersAsTheWordIsLong) {
  expect_rows({
      {"lavrov~1", "lavrov~1", ""},
      {"lavrov~2", "lavrov~2", ""},
      {"lavrov~", "lavrov~2", ""},
      {"putin~", "putin~1", ""},
      {"putin~2", "putin~2", ""},
      {"lavrov~3", "lavrov~2", "fuzzy_short[0,8)"},
      {"lavrov~999999999999999999999", "lavrov~2", "fuzzy_short[0,28)"},
      {"lavrov~0.8", "lavrov~2", "fuzzy_short[0,10)"},
      {"us~1", "us", "fuzzy_short[0,4)"},
      {"a~", "a", "fuzzy_short[0,2)"},
      {"iran~", "iran~1", ""},
      {"iran~1", "iran~1", ""},
      {"iran~2", "iran~1", "fuzzy_short[0,6)"},
      {"war~3", "war~1", "fuzzy_short[0,5)"},
      {"Élan~1", "elan~1", ""},
      {"x iran~2", "x AND iran~1", "fuzzy_short[2,8)"},
      {"foo/barr~1", "\"foo barr~1\"", ""},
      {"e-mial~1", "emial~1", ""},
      {"\"sergey lavrof~1 said\"", "\"sergey lavrof~1 said\"", ""},
      {"\"lavrof~1\"", "\"lavrof~1\"", ""},
      {"title:lavrof~", "title:lavrof~2", ""},
      {"wild*~1", "wild*", "dropped_mark[0,7)"},
      {"lavrov~1^2", "lavrov~1", "dropped_mark[0,10)"},
      {"/lavrov/", "lavrov", "dropped_mark[0,8)"},
      {"lavrov\\~1", "\"lavrov 1\"", ""},
  });
  EXPECT_EQ(parse_query("\"Lavrof~\"", on_a_thursday).tree, (Node{Phrase{Field::any, {fuzzy("lavrof", 2)}}}));
  EXPECT_NE(parse_query("war~3", on_a_thursday).warnings[0].message.find("war~1"), std::string::npos);
}

TEST(QueryParserWildcards, StandInWholeValues) {
  const auto star = parse_query("source:The*", on_a_thursday).tree;
  EXPECT_EQ(star, (Node{Value{Field::source, "the*", "The*", true}}));
  expect_rows({
      {"source:The*", "source:The*", ""},
      {"source:\"The * Post\"", "source:\"The * Post\"", ""},
      {"source:(The* OR a*)", "source:The* OR source:a*", ""},
      {"tag:C\\*", "tag:\"C\\*\"", ""},
      {"source:*", "source:*", ""},
      {"id:a*", "id:\"a\\*\"", ""},
      {"tag:a~1", "tag:\"a\\~1\"", ""},
  });
}

TEST(QueryParserDates, CountHoursToTheSecond) {
  EXPECT_EQ(parse_query("last:24h", on_a_thursday).tree,
            (Node{Dated{Field::date, {}, thursday_at_noon - 24 * 3600}}));
  EXPECT_EQ(understood("last:24h"), "date:>=2021-07-14T12:00:00Z");
  EXPECT_EQ(understood("added:>=2021-07-14T12:00:00+02:00"), "added:>=2021-07-14T10:00:00Z");
}

}  // namespace
}  // namespace morgue
