// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/article_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::HasSubstr;

MarkedArticle marked() {
  MarkedArticle made;
  made.article = testing_support::article("f/1", "Ferry", "A ferry.\n\nMore.");
  made.article.people = {"Ann Ferry"};
  made.article.authors = {"B. Author", "C. Author"};
  made.title = {"Ferry", {{0, 5}}, 0};
  made.body = {made.article.body, {{2, 7}}, 0};
  made.people = {{0, {"Ann Ferry", {{4, 9}}, 0}}};
  return made;
}

TEST(ArticlePage, ShowsTheTextInMarkedParagraphs) {
  const auto html = article_page(marked(), asking("ferry"));
  EXPECT_THAT(html, HasSubstr("<h1 dir=\"auto\" lang=\"en\"><mark id=\"match-1\">Ferry</mark></h1>"));
  EXPECT_THAT(
      html, HasSubstr("<p class=\"text\" dir=\"auto\" lang=\"en\">A <mark id=\"match-2\">ferry</mark>.</p>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"text\" dir=\"auto\" lang=\"en\">More.</p>"));
  EXPECT_THAT(
      html,
      HasSubstr(
          "<a href=\"/search?person=Ann%20Ferry\"><bdi>Ann <mark id=\"match-3\">Ferry</mark></bdi></a>"));
  EXPECT_THAT(html, HasSubstr("by <bdi>B. Author, C. Author</bdi>"));
  EXPECT_THAT(html, HasSubstr("id=f%2F1\">JSON"));
}

TEST(ArticlePage, LeadsFromMatchToMatch) {
  const auto html = article_page(marked(), asking("ferry"));
  EXPECT_THAT(html, HasSubstr("<output id=\"match-at\" data-of=\"3\">3 matches</output>"));
  for (const auto* match : {"1", "2", "3"})
    EXPECT_THAT(html, HasSubstr("<a href=\"#match-" + std::string(match) + "\">")) << match;
  EXPECT_THAT(html, testing::Not(HasSubstr("#match-4")));
  auto unmarked = marked();
  unmarked.title.ranges = unmarked.body.ranges = unmarked.people[0].highlight.ranges = {};
  EXPECT_THAT(article_page(unmarked, {}), testing::Not(HasSubstr("match-")));
}

TEST(ArticlePage, LinksTheFirstOfManyMatchesAndTheLast) {
  auto article = marked();
  article.body = {std::string(2000, 'a'), {}, 0};
  for (std::size_t at = 0; at < 2000; at += 2) article.body.ranges.emplace_back(at, at + 1);
  const auto html = article_page(article, asking("a"));
  EXPECT_THAT(html, HasSubstr(">1,002 matches</output>"));
  EXPECT_THAT(html, HasSubstr("href=\"#match-60\""));
  EXPECT_THAT(html, testing::Not(HasSubstr("href=\"#match-61\"")));
  EXPECT_THAT(html, HasSubstr("href=\"#match-1002\""));
  EXPECT_THAT(html, HasSubstr("id=\"match-1002\""));
}

TEST(ArticlePage, LeadsToEarlierCoverageAndToWhatIsLikeIt) {
  SearchResult before, other;
  before.article = testing_support::article("b/4", "Before <it>", "");
  before.why = Why{{"Ann Ferry"}, {"harbour"}, 0};
  other.article = testing_support::article("other", "Other", "");
  const auto html = article_page(marked(), asking("ferry"), {{before}, {other}});
  EXPECT_LT(html.find("<h2>Earlier coverage</h2>"), html.find("href=\"/article?id=b%2F4\""));
  EXPECT_LT(html.find("href=\"/article?id=b%2F4\""), html.find("<h2>Similar articles</h2>"));
  EXPECT_THAT(html, HasSubstr(">Before &lt;it&gt;</a>"));
  EXPECT_THAT(html, HasSubstr("In common: <bdi>Ann Ferry, harbour</bdi>"));
  EXPECT_THAT(article_page(marked(), {}), testing::Not(HasSubstr("<h2>")));
}

TEST(ArticlePage, HasAPermalinkWithoutTheSearch) {
  EXPECT_THAT(article_page(marked(), asking("ferry")),
              HasSubstr("<a rel=\"bookmark\" href=\"/article?id=f%2F1\">"));
}

TEST(ArticlePage, OffersNoDataToThoseWhoMayNotHaveIt) {
  EXPECT_THAT(article_page(marked(), {}, {}, false), testing::Not(HasSubstr("/v1/")));
}

TEST(ArticlePage, SetsAVeryLongTitleSmallerAndKeepsItOutOfTheWindow) {
  auto article = marked();
  article.article.title = article.title.text = std::string(10'000, 'x');
  article.title.ranges.clear();
  const auto html = article_page(article, {});
  EXPECT_THAT(html, HasSubstr("<h1 class=\"long\""));
  EXPECT_THAT(html, HasSubstr("<title>" + std::string(150, 'x') + "… – Morgue</title>"));
  EXPECT_THAT(html, HasSubstr(article.article.title + "</h1>"));
}

TEST(ArticlePage, LeadsBackToTheResultsItCameFrom) {
  EXPECT_THAT(article_page(marked(), asking("ferry")), HasSubstr("<a href=\"/search?q=ferry\">← Back"));
  EXPECT_THAT(article_page(marked(), asking("")), testing::Not(HasSubstr("← Back")));
}

TEST(ArticlePage, LinksOnlyToTheWeb) {
  auto article = marked();
  article.article.url = "https://ledger.example/?a=1&b=\"2\"";
  EXPECT_THAT(article_page(article, {}),
              HasSubstr("<a href=\"https://ledger.example/?a=1&amp;b=&quot;2&quot;\" rel="));
  article.article.url = "javascript:alert(1)";
  const auto html = article_page(article, {});
  EXPECT_THAT(html, testing::Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(html, HasSubstr("<bdi>javascript:alert(1)</bdi>"));
}

TEST(ArticlePage, SaysWhichPeopleWereRecognised) {
  auto article = marked();
  EXPECT_THAT(article_page(article, {}), testing::Not(HasSubstr("recognised")));
  article.article.people_recognised = true;
  EXPECT_THAT(article_page(article, {}), HasSubstr("People (recognised in the text)"));
}

TEST(ArticlePage, LeavesOutWhatIsNotThere) {
  MarkedArticle bare;
  bare.article.id = "1";
  bare.article.body = bare.body.text = "Text.";
  const auto html = article_page(bare, {});
  for (const auto* part : {"People", "Places", "Tags", "Address", "by <bdi>"})
    EXPECT_THAT(html, testing::Not(HasSubstr(part))) << part;
  EXPECT_THAT(html, HasSubstr("(no title)</h1>"));
  EXPECT_THAT(html, HasSubstr(">undated</time>"));
}

}  // namespace
}  // namespace morgue
