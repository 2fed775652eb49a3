// SPDX-License-Identifier: GPL-3.0-or-later
// The law of distance, literals, wildcards and letters that may be wrong, by example.
#include <gtest/gtest.h>

#include "common/query/matcher.h"
#include "tests/common/query/marked.h"

namespace morgue {
namespace {

struct LanguageRow {
  std::string_view body, query, expected;
};

void expect_rows(std::initializer_list<LanguageRow> rows) {
  for (const auto& [body, query, expected] : rows) EXPECT_EQ(in_body(body, query), expected) << query;
}

TEST(MatcherDistance, CountsFromTheNearestEdges) {
  expect_rows({
      {"a x b", "a NEAR/2 b", "[a] x [b]"},
      {"a x b", "a NEAR/1 b", no_match},
      {"b a", "a NEAR/1 b", "[b] [a]"},
      {"a b", "a NEAR/0 b", no_match},
      {"a b", "a ADJ/1 b", "[a] [b]"},
      {"b a", "a ADJ/5 b", no_match},
      {"b x a x b", "a ADJ/2 b", "b x [a] x [b]"},
      {"a b x c", "\"a b\" NEAR/2 c", "[a b] x [c]"},
      {"a b x c", "\"a b\" NEAR/1 c", no_match},
      {"c a b", "\"a b\" NEAR/1 c", "[c] [a b]"},
      {"a x x x b x a", "a NEAR/2 b", "a x x x [b] x [a]"},
      {"troop moved", "troops NEAR moving", "[troop] [moved]"},
      {"troop moved", "\"troops\" NEAR moving", no_match},
      {"an F-16 jet", "F16 NEAR/2 jet", "an [F-16] [jet]"},
      {"an F-16 jet", "F-16 NEAR/1 jet", "an [F-16] [jet]"},
      {"an e-mail server", "email NEAR/2 server", "an [e-mail] [server]"},
      {"an e-mail server", "email NEAR/1 server", no_match},
  });
}

TEST(MatcherDistance, NeedsTwoDifferentOccurrences) {
  expect_rows({
      {"a", "a NEAR/5 a", no_match},
      {"a x a", "a NEAR/5 a", "[a] x [a]"},
      {"a b c", "\"a b\" NEAR/5 \"b c\"", no_match},
      {"a b b c", "\"a b\" NEAR/5 \"b c\"", "[a b] [b c]"},
      {"lavrov", "lavr* NEAR lavrov", no_match},
  });
}

TEST(MatcherDistance, BindsLeftAndLetsTheLeftSpanItsWords) {
  expect_rows({
      {"a x x b x x x c", "a NEAR/3 b NEAR/4 c", "[a] x x [b] x x x [c]"},
      {"c x x x a x x b", "a NEAR/3 b NEAR/4 c", "[c] x x x [a] x x [b]"},
      {"a x x b x x x c", "a NEAR/3 b NEAR/3 c", no_match},
      {"a c b", "a NEAR/5 b NEAR/5 c", "[a] [c] [b]"},
      {"a c b", "a NEAR/5 b ADJ/5 c", no_match},
      {"b a c", "a NEAR/5 b ADJ/5 c", "[b] [a] [c]"},
      {"a b", "a NEAR/5 b NEAR/5 a", no_match},
      {"a b a", "a NEAR/5 b NEAR/5 a", "[a] [b] [a]"},
      {"a a b", "a NEAR/5 b NEAR/5 a", "[a] [a] [b]"},
  });
}

TEST(MatcherDistance, TakesAnOrForASide) {
  expect_rows({
      {"a x b", "(a OR c) NEAR/2 b", "[a] x [b]"},
      {"a x b x c", "(a OR c) NEAR/2 b", "[a] x [b] x [c]"},
      {"a b x x c", "(a OR c) NEAR/2 b", "[a] [b] x x c"},
  });
}

TEST(MatcherDistance, HoldsWithinOneSentenceOrParagraph) {
  expect_rows({
      {"One here. Two there.", "one w/s here", "[One] [here]. Two there."},
      {"One here. Two there.", "one w/s there", no_match},
      {"One here. Two there.", "one w/p there", "[One] here. Two [there]."},
      {"One here.\n\nTwo there.", "one w/p there", no_match},
      {"One here. Two there.", "one NEAR/3 there", "[One] here. Two [there]."},
      {"Mr. One met Two. Three left.", "mr w/s two", "[Mr]. One met [Two]. Three left."},
      {"Putin said Lavrov knew.", "putin w/s lavrov w/s said", "[Putin] [said] [Lavrov] knew."},
      {"One here. Two there. One there.", "one w/s there", "One here. Two there. [One] [there]."},
      {"x. One. Two here. y", "one NEAR/1 two w/s here", no_match},
      {"x. One two here. y", "one NEAR/1 two w/s here", "x. [One] [two] [here]. y"},
      {"x. One two. Here. y", "one w/s two NEAR/1 here", "x. [One] [two]. [Here]. y"},
      {"end. New start", "\"end new\" w/s start", no_match},
      {"a a.", "a w/s a", "[a] [a]."},
      {"a.", "a w/s a", no_match},
  });
}

TEST(MatcherDistance, NeverReachesAcrossTexts) {
  Article article;
  article.title = "One. Two";
  article.body = "Three";
  article.people = {"Anna Four", "Five Bell"};
  const auto holds = [&](std::string_view query) { return match_of(article, query).matches; };
  EXPECT_TRUE(holds("one w/s two"));  // a title is one sentence
  EXPECT_TRUE(holds("title:(one NEAR/1 two)"));
  EXPECT_FALSE(holds("body:(one NEAR/1 two)"));
  EXPECT_FALSE(holds("two NEAR three"));
  EXPECT_FALSE(holds("four NEAR five"));
  EXPECT_TRUE(holds("person:(anna NEAR four)"));
  EXPECT_FALSE(holds("person:(anna NEAR four bell)"));
  EXPECT_FALSE(holds("\"two three\"~9"));
}

TEST(MatcherDistance, FindsWordsWithinAWindowInAnyOrder) {
  expect_rows({
      {"a b c", "\"a b c\"~0", no_match},
      {"c a b", "\"a b c\"~1", "[c] [a] [b]"},
      {"c x a b", "\"a b c\"~1", no_match},
      {"c x a b", "\"a b c\"~2", "[c] x [a] [b]"},
      {"a x b", "\"a b\"~2", "[a] x [b]"},
      {"a x b", "\"a b\"~1", no_match},
      {"a b", "\"a a\"~5", no_match},
      {"a b a", "\"a a\"~5", "[a] b [a]"},
      {"talk peace", "\"peace talks\"~5", no_match},
      {"a b x x x x a", "\"a b\"~2", "[a] [b] x x x x a"},
      {"lavrov said", "\"lavr* lavrov\"~5", no_match},
      {"lavrov lavrova", "\"lavr* lavrov\"~5", "[lavrov] [lavrova]"},
      {"an F-16 jet", "\"jet F16\"~2", "an [F-16] [jet]"},
  });
}

TEST(MatcherLiteral, KeepsCaseAccentsAndSigns) {
  expect_rows({
      {"told us the US", "=\"US\"", "told us the [US]"},
      {"told us", "=\"US\"", no_match},
      {"Lavrov’s visit", "=\"Lavrov\"", "[Lavrov]’s visit"},
      {"a party", "=\"art\"", no_match},
      {"the U.S. and US", "=\"US\" OR =\"U.S.\"", "the [U.S.] and [US]"},
      {"Sergey  Lavrov", "=\"Sergey Lavrov\"", "[Sergey  Lavrov]"},
  });
}

TEST(MatcherWildcards, FitFoldedUnstemmedForms) {
  expect_rows({
      {"Lavrov's wildcards", "wild*", "Lavrov's [wildcards]"},
      {"Kazakhstan stand", "*stan", "[Kazakhstan] stand"},
      {"wild wired", "wi?d", "[wild] wired"},
      {"Él Niño", "ni?o", "Él [Niño]"},
      {"an e-mail", "emai*", "an [e-mail]"},
      {"an e-mail", "e-mai*", "an [e-mail]"},
      {"two emails", "e-mai*", "two [emails]"},
      {"a well-known", "well*", "a [well-known]"},
      {"an F-16 jet", "\"F-16* jet*\"", "an [F-16 jet]"},
      {"peace talks", "\"peace tal*\"", "[peace talks]"},
      {"peace talks", "\"pea* talk\"", no_match},
      {"a x b", "\"a * b\"", "[a x b]"},
      {"a b", "\"a * b\"", no_match},
      {"a x y b", "\"a * * b\"", "[a x y b]"},
      {"lavrov met putin", "lavr* NEAR/2 put*", "[lavrov] met [putin]"},
  });
}

TEST(MatcherFuzzy, ForgivesLetters) {
  expect_rows({
      {"Lavrov spoke", "lavrof~1", "[Lavrov] spoke"},
      {"Larvov spoke", "lavrov~1", "[Larvov] spoke"},
      {"Lavrovs spoke", "lavrof~1", no_match},
      {"Lavrovs spoke", "lavrof~2", "[Lavrovs] spoke"},
      {"Erdoğan", "erdogen~1", "[Erdoğan]"},
      {"Sergey Lavrov said", "\"sergei~1 lavrow~1\"", "[Sergey Lavrov] said"},
      {"an e-mail", "emial~1", "an [e-mail]"},
      {"us", "is~1", no_match},
  });
}

TEST(Matcher, ComparesWholeValuesWithStars) {
  Article article;
  article.title = "x";
  article.source = "The Moscow Times";
  article.url = "https://news.example.org/";
  for (const auto* query : {"source:The*", "source:*moscow*", "source:*", "site:*.org", "-tag:*"})
    EXPECT_TRUE(match_of(article, query).matches) << query;
  for (const auto* query : {"source:Moscow*", "source:The\\*", "tag:*", "source:th?*"})
    EXPECT_FALSE(match_of(article, query).matches) << query;
}

TEST(Matcher, ComparesMomentsToTheSecond) {
  Article article;
  article.title = "x";
  article.published = "2021-07-14T12:00:00Z";
  article.added = "2021-07-14T11:59:59Z";
  EXPECT_TRUE(match_of(article, "last:24h").matches);
  EXPECT_FALSE(match_of(article, "last:23h").matches);
  EXPECT_TRUE(match_of(article, "added:>=2021-07-14T11:59:59Z").matches);
  EXPECT_FALSE(match_of(article, "added:>=2021-07-14T12:00:00Z").matches);
  article.published.clear();
  EXPECT_FALSE(match_of(article, "last:24h").matches);
}

TEST(Matcher, NumbersTheLeavesOfANear) {
  Article article;
  article.body = "d a c b";
  std::vector<std::uint32_t> leaves;
  for (const auto& span : match_of(article, "=\"x\" OR \"x y\"~3 OR (a OR x) NEAR b NEAR c OR d").spans)
    leaves.push_back(span.leaf);
  EXPECT_EQ(leaves, (std::vector<std::uint32_t>{6, 2, 5, 4}));
}

}  // namespace
}  // namespace morgue
