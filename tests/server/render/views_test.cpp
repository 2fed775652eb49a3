// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/views.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Views, LinkOnlyToTheWeb) {
  for (const auto* web : {"http://a.example/", "HTTPS://a.example", "https://a.example/?q=<>"})
    EXPECT_TRUE(is_web_url(web)) << web;
  for (const auto* other :
       {"", "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", " http://a.example", "java\nscript:x",
        "ftp://a.example", "//a.example", "/local", "http:/", "https"})
    EXPECT_FALSE(is_web_url(other)) << other;
}

TEST(Views, GroupDigits) {
  EXPECT_EQ(with_commas(0), "0");
  EXPECT_EQ(with_commas(412), "412");
  EXPECT_EQ(with_commas(1412), "1,412");
  EXPECT_EQ(with_commas(12345678), "12,345,678");
}

TEST(Views, ShowWhereTheBodyGoesOn) {
  struct Row {
    Highlight snippet;
    bool before, after;
  };
  const std::string body = "\nÄ one. Two. Ä one.\n";
  const std::vector<Row> rows{
      {{"\nÄ one.", {}, 0}, false, true}, {{"Ä one.", {}, 1}, false, true}, {{"Two.", {}, 8}, true, true},
      {{"Ä one.", {}, 13}, true, false},  {{body, {}, 0}, false, false},
  };
  for (const auto& row : rows) {
    const auto view = snippet_view(row.snippet, body);
    EXPECT_EQ(view["before"], row.before) << row.snippet.start;
    EXPECT_EQ(view["after"], row.after) << row.snippet.start;
    EXPECT_EQ(view["marked_html"], row.snippet.text);
  }
}

TEST(Views, WriteDatesInWords) {
  struct Row {
    std::string published, iso, date;
  };
  const std::vector<Row> rows{
      {"2021-07-05", "2021-07-05", "5 July 2021"},
      {"2021-12-31T23:59:30-03:00", "2022-01-01T02:59:30Z", "1 January 2022, 02:59 UTC"},
      {"1850-03-01", "1850-03-01", "1 March 1850"},
      {"", "", "undated"},
      {"yesterday", "", "undated"},
  };
  for (const auto& row : rows) {
    Article article;
    article.published = row.published;
    const auto view = meta_view(article);
    EXPECT_EQ(view["iso"], row.iso);
    EXPECT_EQ(view["date"], row.date);
  }
}

TEST(Views, NameAnArticleWithoutATitle) {
  EXPECT_EQ(title_view({"", {}, 0})["marked_html"], "(no title)");
  EXPECT_EQ(title_view({"A <b>", {{0, 1}}, 0})["marked_html"], "<mark>A</mark> &lt;b&gt;");
}

TEST(Views, NameOnlyWhatCanBeALanguage) {
  Article article;
  article.language_detected = "fr";
  EXPECT_EQ(language_of(article), "fr");
  for (const auto* language : {"en", "en-GB", "zh-Hant-TW"}) {
    article.language = language;
    EXPECT_EQ(language_of(article), language);
  }
  for (const auto* other : {"e", "x1-y", "en\" onclick=\"", "<b>", "en GB", "englishlanguage", "-"}) {
    article.language = other;
    EXPECT_EQ(language_of(article), "") << other;
  }
}

TEST(Views, LeadToAnArticleAndBack) {
  SearchRequest request;
  EXPECT_EQ(search_url(request), "/search");
  EXPECT_EQ(article_url("a/b?c", request), "/article?id=a%2Fb%3Fc");
  request.query = "ferry & strike";
  request.offset = 20;
  EXPECT_EQ(search_url(request), "/search?q=ferry%20%26%20strike&offset=20");
  EXPECT_EQ(article_url("1", request), "/article?id=1&q=ferry%20%26%20strike&offset=20");
}

}  // namespace
}  // namespace morgue
