// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/articles.h"

namespace morgue {
namespace {

std::vector<std::string> queries(const View& help) {
  std::vector<std::string> all;
  for (const auto& example : help) all.push_back(example["query"]);
  return all;
}

TEST(Help, IsWrittenWithTheArticlesOwnWords) {
  auto article = testing_support::article("1", "A 3-day Fährbetrieb strike, again", "");
  article.people = {"R. 2", "Ann de Ferry"};
  article.source = "The Ledger";
  article.published = "2022-01-15";
  EXPECT_THAT(queries(help_view(article)), testing::IsSupersetOf({"ferry strike", "person:Ferry",
                                                                  "source:\"The Ledger\"", "date:2022-01"}));
  article.title = "The Fährbetrieb ended";
  const auto help = help_view(article);
  EXPECT_THAT(queries(help), testing::IsSupersetOf({"\"Fährbetrieb ended\"", "Fähr*", "=\"Fährbetrieb\""}));
  EXPECT_EQ(help[0]["url"], "/search?q=F%C3%A4hrbetrieb%20ended");
}

TEST(Help, IsThereWithoutAnArticle) {
  EXPECT_THAT(queries(help_view({})),
              testing::IsSupersetOf({"ferry strike", "person:Lavrov", "date:2021-03"}));
}

}  // namespace
}  // namespace morgue
