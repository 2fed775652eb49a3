// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the record of an article.
#include "common/article/article_record.h"

#include <gtest/gtest.h>

#include <string>

#include "common/error.h"

namespace morgue {
namespace {

Article full_article() {
  Article article;
  article.id = "ferry-2";
  article.title = "Ferry late again";
  article.body = std::string(300, 'x') + "\n\nand a zero byte \0 within";
  article.people = {"Tamsin Pellworthy", "O’Brien"};
  article.people_recognised = true;
  article.published = "2021-07-15";
  article.updated = "2021-07-16T10:00Z";
  article.source = "The Gazette";
  article.section = "Local";
  article.language = "en-GB";
  article.language_detected = "en";
  article.url = "https://gazette.example/ferry";
  article.authors = {"A. Writer"};
  article.tags = {"ferries", "fog"};
  article.places = {"Harbour"};
  article.status = "usable";
  article.embargoed = "2021-07-15T00:00Z";
  article.other = {{"version", 3}, {"desk", "news"}};
  return article;
}

TEST(ArticleRecord, ComesBackAsTheSameArticle) {
  EXPECT_EQ(from_record(to_record(full_article())), full_article());
  EXPECT_EQ(from_record(to_record(Article())), Article());
}

TEST(ArticleRecord, LeavesOutWhatTheArchiveSets) {
  Article article = full_article();
  article.added = "2021-07-15T10:30:00Z";
  article.taken = 5;
  EXPECT_EQ(to_record(article), to_record(full_article()));
}

TEST(ArticleRecord, RefusesTextThatIsNotUtf8) {
  Article article = full_article();
  article.tags = {"caf\xE9"};
  EXPECT_THROW(to_record(article), Error);
  article = full_article();
  article.other["desk"] = "caf\xE9";
  EXPECT_THROW(to_record(article), Error);
}

TEST(ArticleRecord, TellsDamage) {
  const std::string record = to_record(full_article());
  EXPECT_EQ(from_record(record + '\0'), std::nullopt);
  EXPECT_EQ(from_record('\2' + record.substr(1)), std::nullopt);
  for (std::size_t length = 0; length < record.size(); ++length)
    EXPECT_EQ(from_record(record.substr(0, length)), std::nullopt) << length;
}

}  // namespace
}  // namespace morgue
