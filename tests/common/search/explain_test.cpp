// SPDX-License-Identifier: GPL-3.0-or-later
// What the searcher explains of a request, over an archive of three articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::article;
using testing_support::TemporaryArchive;

class Explain : public testing::Test {
 protected:
  static std::vector<Article> articles() {
    Article ferry = article("1", "the ferry", "a harbour");
    ferry.source = "The Ledger";
    return {ferry, article("2", "the fog", "ferries and harbours"),
            article("3", "the gulls", "all is harbourless")};
  }

  Explanation explain(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return searcher_.explain(request);
  }

  TemporaryArchive archive_{articles()};
  Searcher searcher_{archive_.directory()};
};

TEST_F(Explain, GivesWhatTheParserUnderstoodAndEveryWarning) {
  const auto explanation = explain("(auther:ferry OR date:2021-13");
  EXPECT_EQ(explanation.text, "(auther:ferry OR date:2021-13");
  EXPECT_EQ(explanation.understood, "\"auther ferry\" OR \"date 2021 13\"");
  std::vector<std::string> codes;
  for (const auto& warning : explanation.warnings) codes.push_back(warning.code);
  EXPECT_THAT(codes, testing::UnorderedElementsAre("unbalanced_paren", "unknown_field", "bad_date"));
  EXPECT_EQ(explanation.articles, 3u);
  EXPECT_EQ(explanation.generation, searcher_.generation());
}

TEST_F(Explain, SaysWhatASearchWouldSay) {
  for (const auto* query : {"ferry", "(ferry", "har* fog~1", "a OR b c", "", "???"}) {
    SearchRequest request;
    request.query = query;
    const auto results = searcher_.search(request);
    const auto explanation = searcher_.explain(request);
    EXPECT_EQ(explanation.understood, results.understood) << query;
    EXPECT_EQ(explanation.warnings, results.warnings) << query;
    if (explanation.total) {
      EXPECT_EQ(*explanation.total, results.total) << query;
    }
  }
}

TEST_F(Explain, ShowsTheRequestsParametersInTheTree) {
  SearchRequest request;
  request.query = "ferry";
  request.in = {Field::title};
  request.filters = {{Field::source, {"The Ledger"}, {}}};
  const auto explanation = searcher_.explain(request);
  EXPECT_EQ(explanation.understood, "ferry");
  EXPECT_TRUE(std::holds_alternative<And>(explanation.tree.is));
  EXPECT_THAT(explanation.terms, Contains(IndexTerm{"source:\"The Ledger\"", "XSRC:the ledger", 1}));
}

TEST_F(Explain, CountsTheArticlesOfEachTerm) {
  const struct {
    const char* query;
    std::vector<IndexTerm> terms;
  } rows[] = {
      {"Ferries", {{"ferries", "Zen:ferri", 2}}},
      {"zeppelin", {{"zeppelin", "", 0}}},
      {"the", {{"the", "Zen:the", 3}}},
      {"lang:en", {{"lang:en", "", 3}}},
      {"ferry -fog", {{"ferry", "Zen:ferri", 2}, {"fog", "Zen:fog", 1}}},
      {"fog OR fogs fog", {{"fog", "Zen:fog", 1}, {"fogs", "Zen:fog", 1}}},
      {"\"a harbour\"", {{"\"a harbour\"", "a", 1}, {"\"a harbour\"", "harbour", 1}}},
      {"har*", {}},
      {"last:24h", {}},
      {"", {}},
      {"???", {}},
  };
  for (const auto& row : rows) EXPECT_EQ(explain(row.query).terms, row.terms) << row.query;
}

TEST_F(Explain, ListsTheFormsOfWildcardsAndFuzzyWordsOnce) {
  const auto explanation = explain("harbour* title:harbour* OR \"fogg~1\" OR zep*");
  EXPECT_THAT(explanation.expansions,
              ElementsAre(Expansion{"harbour*", {{"harbour", 1}, {"harbourless", 1}, {"harbours", 1}}, false},
                          Expansion{"fogg~1", {{"fog", 1}}, false}, Expansion{"zep*", {}, false}));
  EXPECT_THAT(explain("ferry").expansions, IsEmpty());
}

TEST_F(Explain, SaysWhereTheFormsWereCut) {
  std::string body = "often0001";
  for (int i = 0; i < 1'001; ++i) body += " often" + std::to_string(1000 + i);
  archive_.put({article("4", "many", body), article("5", "one", "often2000")});
  const auto explanation = explain("often*");
  ASSERT_EQ(explanation.expansions.size(), 1u);
  EXPECT_TRUE(explanation.expansions.front().cut);
  EXPECT_EQ(explanation.expansions.front().forms.size(), 1'000u);
  EXPECT_EQ(explanation.expansions.front().forms.front(), (Form{"often", 2}));
  EXPECT_EQ(explanation.warnings.back().code, "forms_cut");
}

TEST_F(Explain, KnowsTotalsAndScoresAsThePlanDoes) {
  EXPECT_EQ(explain("ferry").total, 2u);
  EXPECT_TRUE(explain("ferry").scored);
  EXPECT_EQ(explain("ferry fog").total, std::nullopt);
  EXPECT_EQ(explain("").total, 3u);
  EXPECT_FALSE(explain("source:x").scored);
}

TEST_F(Explain, RefusesARepairUnderStrict) {
  SearchRequest request;
  request.query = "(ferry";
  request.strict = true;
  EXPECT_THROW(searcher_.explain(request), BadQuery);
}

}  // namespace
}  // namespace morgue
