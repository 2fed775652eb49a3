// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/article_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;

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

SearchRequest asking(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

TEST(ArticlePage, ShowsTheTextInMarkedParagraphs) {
  const auto html = article_page(marked(), asking("ferry"));
  EXPECT_THAT(html, HasSubstr("<h1 dir=\"auto\" lang=\"en\"><mark>Ferry</mark></h1>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"text\" dir=\"auto\" lang=\"en\">A <mark>ferry</mark>.</p>"));
  EXPECT_THAT(html, HasSubstr("<p class=\"text\" dir=\"auto\" lang=\"en\">More.</p>"));
  EXPECT_THAT(html, HasSubstr("<bdi>Ann <mark>Ferry</mark></bdi>"));
  EXPECT_THAT(html, HasSubstr("by <bdi>B. Author, C. Author</bdi>"));
  EXPECT_THAT(html, HasSubstr("id=f%2F1\">JSON"));
}

TEST(ArticlePage, LeadsBackToTheResultsItCameFrom) {
  EXPECT_THAT(article_page(marked(), asking("ferry")), HasSubstr("<a href=\"/search?q=ferry\">← Back"));
  EXPECT_THAT(article_page(marked(), asking("")), Not(HasSubstr("← Back")));
}

TEST(ArticlePage, LinksOnlyToTheWeb) {
  auto article = marked();
  article.article.url = "https://ledger.example/?a=1&b=\"2\"";
  EXPECT_THAT(article_page(article, {}),
              HasSubstr("<a href=\"https://ledger.example/?a=1&amp;b=&quot;2&quot;\" rel="));
  article.article.url = "javascript:alert(1)";
  const auto html = article_page(article, {});
  EXPECT_THAT(html, Not(HasSubstr("href=\"javascript")));
  EXPECT_THAT(html, HasSubstr("<bdi>javascript:alert(1)</bdi>"));
}

TEST(ArticlePage, SaysWhichPeopleWereRecognised) {
  auto article = marked();
  EXPECT_THAT(article_page(article, {}), Not(HasSubstr("recognised")));
  article.article.people_recognised = true;
  EXPECT_THAT(article_page(article, {}), HasSubstr("People (recognised in the text)"));
}

TEST(ArticlePage, LeavesOutWhatIsNotThere) {
  MarkedArticle bare;
  bare.article.id = "1";
  bare.article.body = bare.body.text = "Text.";
  const auto html = article_page(bare, {});
  for (const auto* part : {"People", "Places", "Tags", "Address", "by <bdi>"})
    EXPECT_THAT(html, Not(HasSubstr(part))) << part;
  EXPECT_THAT(html, HasSubstr("(no title)</h1>"));
  EXPECT_THAT(html, HasSubstr(">undated</time>"));
}

}  // namespace
}  // namespace morgue
