// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/corrections.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

std::vector<Article> articles() {
  std::vector<Article> made;
  const auto add = [&](int times, const std::string& body) {
    for (; times > 0; --times)
      made.push_back(testing_support::article("id" + std::to_string(made.size()), "", body));
  };
  add(30, "Lavrov met the president in central asia about the ferry strike, and Москва and Erdoğan agreed");
  add(2, "Lavrow met nobody");
  add(1, "strikes and ferries");
  return made;
}

std::string suggestion(const std::vector<Warning>& warnings) {
  std::string found;
  for (const auto& warning : warnings)
    if (warning.code == "did_you_mean") found += warning.suggestion;
  return found;
}

class Corrections : public testing::Test {
 protected:
  std::string corrected(const std::string& query) {
    SearchRequest request;
    request.query = query;
    const auto search = suggestion(searcher_.search(request).warnings);
    EXPECT_EQ(suggestion(searcher_.count(request).warnings), search) << query;
    return search;
  }

  const testing_support::TemporaryArchive archive_{articles()};
  Searcher searcher_{archive_.directory()};
};

TEST_F(Corrections, AreMadeOfWordsThatHardlyAnArticleHas) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"lavrv", "lavrov"},
      {"Lavrow", "lavrov"},
      {"alvrov", "lavrov"},
      {"avrov", "lavrov"},
      {"lavrov presidnet", "lavrov president"},
      {"presdnt lavrov", "president lavrov"},
      {"erdgoan lavrovv", "erdogan lavrov"},
      {"\"centrl asia\"", "\"central asia\""},
      {"title:lavrov OR (ferri AND stirke)", "title:lavrov OR (ferri AND strike)"},
      {"centralasia", "central asia"},
      {"моксва", "москва"},
      {"lavrv NEAR/3 met -gull", "lavrov NEAR/3 met -gull"},
  };
  for (const auto& [query, better] : rows) EXPECT_EQ(corrected(query), better) << query;
}

TEST_F(Corrections, LeaveAloneWhatIsFoundOrMeantAsItIs) {
  for (const auto* query :
       {"", "lavrov", "striking ferries", "lavro*", "lavrv~", "=\"Lavrv\"", "zzzzzz", "nobody -lavrv",
        "source:lavrv", "12345", "lav", "lavrov lavrov -president", "(((", "\"\"", "gull lavrv"})
    EXPECT_EQ(corrected(query), "") << query;
}

TEST_F(Corrections, AreNoticesOfTheWholeQuery) {
  SearchRequest request;
  request.query = "é lavrv";
  request.match = MatchMode::any;
  request.strict = true;
  const auto warnings = searcher_.search(request).warnings;
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_EQ(warnings[0].severity, Severity::notice);
  EXPECT_EQ(warnings[0].start, 0u);
  EXPECT_EQ(warnings[0].end, 7u);
  EXPECT_EQ(warnings[0].suggestion, "é lavrov");
}

}  // namespace
}  // namespace morgue
