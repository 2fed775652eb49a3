// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the choice among an article's keys.
#include "common/wire/article_keys.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace morgue {
namespace {

Article ferry_article() {
  Article article;
  article.id = "ferry-1";
  article.title = "Ferry aground";
  article.body = "The ferry ran aground.";
  article.people = {"Ana Petrović"};
  article.source = "Harbour Post";
  article.status = "usable";
  return article;
}

std::string keys(const std::vector<std::string>& wanted) {
  std::string names;
  const auto json = chosen_keys(ferry_article(), wanted);
  for (const auto& item : json.items()) names += item.key() + " ";
  return names;
}

TEST(ArticleKeys, AreTheUsualOnesThatTheArticleHasWhenNobodyAsksForCertainOnes) {
  EXPECT_EQ(keys({}), "id title source people ");
}

TEST(ArticleKeys, AreThoseAskedForAndTheIdInThePublishedOrder) {
  EXPECT_EQ(keys({"source", "title"}), "id title source ");
  EXPECT_EQ(keys({"status", "body"}), "id body status ");
}

TEST(ArticleKeys, LeaveOutWhatTheArticleDoesNotHave) {
  EXPECT_EQ(keys({"url", "tags", "people_recognised"}), "id ");
}

TEST(ArticleKeys, KeepTextsListsAndFlagsAsWhatTheyAre) {
  auto article = ferry_article();
  article.people_recognised = true;
  const auto json = chosen_keys(article, {"title", "people", "people_recognised"});
  EXPECT_EQ(json.dump(),
            R"({"id":"ferry-1","title":"Ferry aground","people":["Ana Petrović"],"people_recognised":true})");
}

TEST(ArticleKeys, HaveNamesThatAreUnique) {
  auto names = article_key_names();
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
  EXPECT_THAT(names, testing::IsSupersetOf({"id", "body", "embargoed"}));
}

}  // namespace
}  // namespace morgue
