// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as articles: written as such, and saved from a site's page.
#include "indexer/pages/text_page.h"

#include <gmock/gmock.h>

#include "common/article/article_json.h"
#include "tests/indexer/pages/story.h"

namespace morgue {
namespace {

using testing::ElementsAre;

TEST(TextPage, IsWholeWhereItIsAnArticle) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {headline + "\n\n" + told() + "\n", told()},
      {headline + "\n\n" + told(), told()},
      {headline + "\n\n" + told("\r\n\r\n"), told()},
      {headline + "\n" + told("\n"), told()},
      {headline + "\n\n" + opening + "\n\nWhat happens next\n\n" + closing,
       opening + "\n\nWhat happens next\n\n" + closing},
      {headline + "\n\n" + opening + "\n\nYes.\n\n" + middle + "\n\nYes.\n\n" + closing,
       opening + "\n\nYes.\n\n" + middle + "\n\nYes.\n\n" + closing},
      {headline + "\n\nThe ferry did not sail.", "The ferry did not sail."},
      {headline + "\n\n" + told() + "\n\nIngrid Solberg, harbour master",
       told() + "\n\nIngrid Solberg, harbour master"},
  };
  for (const auto& [text, body] : rows) {
    const auto article = article_of_text(text);
    EXPECT_EQ(article.title, headline) << text;
    EXPECT_EQ(article.body, body) << text;
  }
}

TEST(TextPage, HasNoTitleWhereItBeginsWithItsStory) {
  const auto article = article_of_text(told());
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.body, told());
}

TEST(TextPage, GivesDateAndAuthorsBelowTheHeadline) {
  const auto article =
      article_of_text(headline +
                      "\n\nBy Anna Roth and Jan de Wit\n\nPublished July 14, 2021\nUpdated: 15 "
                      "July 2021 10:30 GMT\n\n" +
                      told());
  EXPECT_THAT(article.authors, ElementsAre("Anna Roth", "Jan de Wit"));
  EXPECT_EQ(article.published, "2021-07-14");
  EXPECT_EQ(article.updated, "2021-07-15T10:30:00Z");
  EXPECT_EQ(article.body, told());
}

TEST(TextPage, TakesALoneWordAboveTheHeadlineForItsSection) {
  const auto article = article_of_text("WORLD\n\n" + headline + "\n\n" + told());
  EXPECT_EQ(article.title, headline);
  EXPECT_EQ(article.section, "WORLD");
  EXPECT_EQ(article.body, told());
}

TEST(TextPage, OfASiteTellsItsStoryOnce) {
  const std::string menu = "Skip to main content\nHome\nHarbour\nIslands\nThumbnail\n\n";
  const std::string around = "Share this post\n\nComment this post";
  const std::vector<std::string> pages{
      menu + headline + "\n\n" + told() + "\n\n" + headline + "\n\n" + closing + "\n\nThumbnail\n\n" +
          told() + "\n\n" + around,
      menu + headline + "\n\n" + opening + "\n\n" + headline + "\n\n" + told() + "\n\n" + around,
      headline + " - The Gazette\n\n" + menu + headline + "\n\n" + told() + "\n\n" + around,
      menu + headline + "\n\n" + told() + "\n\n" + told() + "\n\n" + around,
      menu + headline + "\n\n" + opening.substr(0, 60) + "…\n\n" + headline + "\n\n" + told() +
          "\n\nIslands\n\n" + around,
      menu + headline + "\n\n" + told() +
          "\n\nRelated articles\n\nGull steals a hat\n\nNew quay for the harbour\n\n3 comments\n\n"
          "Peter says: I do not believe a word of what the harbour master says here, and nobody else does.",
      "Trending\n\nGull steals a hat from mayor\n\n" + menu + headline + "\n\n" + told() + "\n\n" + headline,
  };
  for (const auto& page : pages) {
    const auto article = article_of_text(page);
    EXPECT_EQ(article.title, headline) << page;
    EXPECT_EQ(article.body, told()) << page;
  }
}

TEST(TextPage, KeepsWhatOnlyAnotherCopyTells) {
  const std::string extra = "The next ferry is expected on Wednesday at the earliest, the company said.";
  const auto article =
      article_of_text("Share\n\n" + headline + "\n\n" + told() + "\n\n" + headline + "\n\n" + extra);
  EXPECT_EQ(article.body, told() + "\n\n" + extra);
}

TEST(TextPage, IsRefusedWithoutASentence) {
  for (const std::string text : {"", "\n\n", "Home\n\nNews\n\nContact us", "id-1\nid-2\nid-3\n",
                                 "User-agent: *\nDisallow: /", "cmake\nninja-build\npkg-config"})
    try {
      article_of_text(text);
      ADD_FAILURE() << text;
    } catch (const ArticleError& error) {
      EXPECT_EQ(error.code(), "no_article") << text;
    }
}

}  // namespace
}  // namespace morgue
