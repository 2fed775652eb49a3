// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of results as text.
#include "terminal/results_text.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;

SearchResult lavrov_result() {
  SearchResult result;
  result.article.id = "a-1";
  result.article.title = "Lavrov & troops";
  result.article.body = "Long ago.\n\nThen Lavrov spoke. He left.";
  result.article.url = "https://example.org/1";
  result.article.published = "2021-07-15";
  result.article.source = "Daily Courier";
  result.article.people = {"Ana Petrović", "Sergey Lavrov"};
  result.title = {"Lavrov & troops", {{0, 6}}};
  result.body = {{"Long ago.\n\nThen Lavrov", {{16, 22}}, 0}, {"He left.", {}, 30}};
  result.people = {{1, {"Sergey Lavrov", {{7, 13}}}}};
  return result;
}

TEST(ResultsText, ShowsTitleSourceDateSnippetsPeopleAndUrl) {
  EXPECT_EQ(result_text(lavrov_result(), 3, Emphasis::asterisks),
            "3. *Lavrov* & troops\n"
            "   Daily Courier, 2021-07-15\n"
            "   Long ago. Then *Lavrov* …\n"
            "   … He left.\n"
            "   Ana Petrović, Sergey *Lavrov*\n"
            "   https://example.org/1\n"
            "\n");
}

TEST(ResultsText, SetsMatchesInBoldWhereTheTerminalCan) {
  const auto text = result_text(lavrov_result(), 1, Emphasis::bold);
  EXPECT_THAT(text, HasSubstr("1. \x1b[1mLavrov\x1b[0m & troops\n"));
  EXPECT_THAT(text, Not(HasSubstr("*")));
}

TEST(ResultsText, LeavesOutTheLinesOfWhatAnArticleDoesNotHave) {
  SearchResult result;
  result.article.id = "b-2";
  EXPECT_EQ(result_text(result, 1, Emphasis::asterisks), "1. (no title)\n   b-2\n\n");
  result.article.source = "Harbour Post";
  EXPECT_EQ(result_text(result, 1, Emphasis::asterisks), "1. (no title)\n   Harbour Post\n   b-2\n\n");
  result.article.source = "";
  result.article.updated = "2021-07-15T10:30:59+03:00";
  EXPECT_EQ(result_text(result, 1, Emphasis::asterisks),
            "1. (no title)\n   2021-07-15 07:30 UTC\n   b-2\n\n");
}

TEST(ResultsText, SaysWhatASimilarArticleHasInCommon) {
  auto result = lavrov_result();
  result.why = Why{{"Sergey\x1bLavrov"}, {"troops", "border"}, 0.25};
  EXPECT_NE(result_text(result, 1, Emphasis::asterisks)
                .find("   in common: Sergey\uFFFDLavrov, troops, border; 25% the same text\n"),
            std::string::npos);
  result.why = Why{{}, {"troops"}, 0.02};
  EXPECT_NE(result_text(result, 1, Emphasis::asterisks).find("   in common: troops\n"), std::string::npos);
  result.why = Why{};
  EXPECT_EQ(result_text(result, 1, Emphasis::asterisks),
            result_text(lavrov_result(), 1, Emphasis::asterisks));
}

TEST(ResultsText, LetsNothingOfAnArticleSteerTheTerminal) {
  const std::string evil = "\x1b]0;gotcha\a\r\b\x7F\u009B2J";
  SearchResult result;
  auto& article = result.article;
  article.id = article.url = article.source = article.title = evil;
  article.people = {evil, evil};
  article.published = evil;
  result.title = {evil, {{0, 2}}};
  result.body = {{evil, {{3, 5}}, 0}};
  result.people = {{0, {evil, {{0, 1}}}}};
  const auto shown = result_text(result, 1, Emphasis::asterisks) + printable(evil) +
                     warning_text({"code", Severity::repair, evil, 0, 1, evil});
  for (const char sign : shown)
    EXPECT_TRUE(sign == '\n' || (sign != '\x7F' && (sign < 0 || sign >= ' '))) << int(sign);
  EXPECT_THAT(shown, Not(HasSubstr("\u009B")));
  EXPECT_THAT(shown, HasSubstr("gotcha"));
}

TEST(Printable, PutsTextOnOneLine) {
  const struct {
    std::string text;
    const char* expected;
  } cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"a\n\n b\tc", "a b c"},
      {"a\u2028b\u00A0c", "a b c"},
      {"\x1b[31mred", "\uFFFD[31mred"},
      {std::string("a\0b", 3), "a\uFFFDb"},
      {"\x7F\u0080\u009F", "\uFFFD\uFFFD\uFFFD"},
      {"\u0085next", "next"},
      {"\xFF\xC3", "\uFFFD\uFFFD"},
      {"Лавров 海 😀 नि", "Лавров 海 😀 नि"},
  };
  for (const auto& c : cases) EXPECT_EQ(printable(c.text), c.expected);
}

TEST(PrintableJson, EscapesTheControlsThatJsonLeavesAsTheyAre) {
  EXPECT_EQ(printable_json("{\"a\":\"x\x7F\u009B\u0080\u009F\u00A0é海\"}"),
            "{\"a\":\"x\\u007f\\u009b\\u0080\\u009f\u00A0é海\"}");
}

TEST(SummaryText, SaysWhichResultsOfHowManyAreShown) {
  SearchResults results;
  results.total = 412;
  EXPECT_EQ(summary_text(results, 10), "1–10 of 412\n");
  results.offset = 410;
  EXPECT_EQ(summary_text(results, 2), "411–412 of 412\n");
  EXPECT_EQ(summary_text(results, 0), "");
  results.relation = Relation::gte;
  EXPECT_EQ(summary_text(results, 1), "411–411 of at least 412\n");
}

TEST(NothingText, SaysWhyNothingIsShown) {
  SearchResults results;
  results.offset = 20;
  EXPECT_EQ(nothing_text(results), "nothing found\n");
  results.total = 7;
  EXPECT_EQ(nothing_text(results), "nothing more: there are 7, and the offset is 20\n");
}

TEST(WarningsText, GivesMessagesSuggestionsAndHowARepairedQueryWasUnderstood) {
  SearchResults results;
  results.understood = "\"lavrov troops\"";
  EXPECT_EQ(warnings_text(results), "");
  results.warnings = {{"acronym", Severity::notice, "US is also a pronoun", 0, 2, "=\"US\""}};
  EXPECT_EQ(warnings_text(results), "note: US is also a pronoun\n  try: =\"US\"\n");
  results.warnings = {{"unbalanced_quote", Severity::repair, "the quote has no end", 0, 1, ""}};
  EXPECT_EQ(warnings_text(results), "repaired: the quote has no end\nunderstood as: \"lavrov troops\"\n");
}

}  // namespace
}  // namespace morgue
