// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/ways_out.h"

#include <gtest/gtest.h>

#include "tests/server/asking.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

std::vector<Article> strike_and_fog() {
  auto strike = testing_support::article("1", "Ferry strike", "In the harbour.");
  strike.source = "Ledger";
  strike.published = "2021-07-15";
  return {strike, testing_support::article("2", "Fog", "Lavrov near the ferry.")};
}

class WaysOut : public testing::Test {
 protected:
  std::vector<std::pair<std::string, std::uint64_t>> found(const SearchRequest& request) {
    std::vector<std::pair<std::string, std::uint64_t>> ways;
    for (const auto& way : ways_out(request, searcher_)) {
      EXPECT_EQ(way.articles, searcher_.count(way.request).total);
      ways.emplace_back(way.text, way.articles);
    }
    return ways;
  }

  testing_support::TemporaryArchive archive_{strike_and_fog()};
  Searcher searcher_{archive_.directory()};
};

using Ways = std::vector<std::pair<std::string, std::uint64_t>>;

TEST_F(WaysOut, LeadOutOfDatesAndLimitsThatHideSomething) {
  auto request = asking("ferry strike");
  request.published = *parse_day_span("2019");
  EXPECT_EQ(found(request), (Ways{{"Search all dates", 1}}));
  request.filters = {{Field::source, {"Echo"}, {}}};
  EXPECT_EQ(found(request), (Ways{{"Search everything, at any date", 1}}));
  request.published = {};
  EXPECT_EQ(found(request), (Ways{{"Search without the limits above", 1}}));
}

TEST_F(WaysOut, LeadToFewerOfTheWords) {
  EXPECT_EQ(found(asking("ferry lavrow")), (Ways{{"Search for any of the words", 2},
                                                 {"Search for words spelt nearly like ferry lavrow", 1}}));
  EXPECT_EQ(found(asking("\"harbour ferry\"")),
            (Ways{{"Search without quotation marks", 1}, {"Search for any of the words", 2}}));
}

TEST_F(WaysOut, TakeNoOperatorForAWord) { EXPECT_EQ(found(asking("lavrow NEAR ferry")), Ways()); }

TEST_F(WaysOut, TakeOffAllLimitsWhereNothingElseHelps) {
  auto request = asking("lavrow");
  request.published = *parse_day_span("2019");
  request.filters = {{Field::source, {"Echo"}, {}}};
  EXPECT_EQ(found(request), (Ways{{"Search for words spelt nearly like lavrow, without the limits", 1}}));
}

TEST_F(WaysOut, LeadToAnotherSpellingOfOneWord) {
  EXPECT_EQ(found(asking("lavrow")), (Ways{{"Search for words spelt nearly like lavrow", 1}}));
  EXPECT_EQ(found(asking("fery lavrow")), (Ways{{"Search for words spelt nearly like fery lavrow", 1}}));
  for (const auto* other : {"\"lavrow\"", "lavro?w*", "“lavrow”", "L4vrov", "lavrow AND ferri"})
    EXPECT_EQ(found(asking(other)), Ways()) << other;
}

TEST_F(WaysOut, AreNoneWhereNothingWouldFindAnything) {
  EXPECT_EQ(found(asking("xylophone zither")), Ways());
  EXPECT_EQ(found(asking("")), Ways());
}

}  // namespace
}  // namespace morgue
