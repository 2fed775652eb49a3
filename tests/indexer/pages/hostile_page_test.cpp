// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that only an attacker writes are refused, odd ones are read; neither takes long.
#include "indexer/pages/hostile_page.h"

#include <gtest/gtest.h>

#include "common/article/article_json.h"
#include "indexer/pages/html_page.h"
#include "indexer/pages/page_charset.h"
#include "tests/indexer/pages/pages.h"

namespace morgue {
namespace {

constexpr std::size_t size = 10 * 1024 * 1024;

std::string repeated(const std::string& text, std::size_t bytes = size) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

std::string code_of(const std::string& page) {
  try {
    refuse_hostile_page(page);
    return "taken";
  } catch (const ArticleError& error) {
    return error.code();
  }
}

TEST(HostilePage, IsRefusedByItsTags) {
  std::string attributes = "<div";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i);
  const std::vector<std::pair<std::string, std::string>> rows{
      {repeated("<div>"), "too_deep"},
      {repeated("<b>") + repeated("</i>"), "too_deep"},
      {repeated("<div><span class=author>"), "too_deep"},
      {repeated("<table><tr><td>"), "too_deep"},
      {attributes + ">", "too_large"},
      {repeated("a<br>"), "too_large"},
      {repeated("</x>"), "too_large"},
  };
  for (const auto& [page, code] : rows) EXPECT_EQ(code_of(page), code) << page.substr(0, 30);
}

TEST(HostilePage, IsNotAPageOfOldAndCarelessMarkup) {
  const auto many = [](const std::string& text) { return repeated(text, 100'000); };
  for (const auto& page :
       {many("<p>text"), many("<li>text"), many("<b>x</b>"), many("<div><p></div>"), many("<tr><td>x"),
        many("<img src='a>b'>"), "<script>" + many("if (a<b && '<div>')") + "</script>",
        "<!--" + many("<div>") + "-->", many("<IMG SRC=x><BR>"), "<style>" + many("<div>"), many("a < b "),
        std::string("<a href=\""), std::string("<"), std::string("</"), std::string("<a b=")})
    EXPECT_EQ(code_of(page), "taken") << page.substr(0, 30);
}

TEST(HostilePage, DoesNotHideTheStory) {
  const std::vector<std::string> pages{
      repeated("&", 1'000'000) + story_in_p(),
      std::string(1'000'000, '\0') + story_in_p(),
      "<!DOCTYPE html [" + repeated("<!ENTITY a \"aaaaaaaaaa\">", 1'000'000) + "]>" + story_in_p(),
      "<script type=application/ld+json>" + std::string(1'000'000, '[') + "</script>" + story_in_p(),
      "<h1>" + std::string(1'000'000, ' ') + "</h1>" + story_in_p(),
  };
  for (const auto& page : pages)
    EXPECT_NE(article_of_html(page_as_utf8(page)).body.find(closing), std::string::npos)
        << page.substr(0, 30);
}

}  // namespace
}  // namespace morgue
