// SPDX-License-Identifier: GPL-3.0-or-later
// The links of a page are followed: each leads to as many articles as the page said.
#include "server/handlers/pages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "common/wire/search_url.h"
#include "server/routes.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::HasSubstr;

std::vector<Article> sixty_articles() {
  const std::vector<std::string> people{"Sergey Lavrov", "Lavrov, Sergei", "Ann \"Fog\" O’Neil", "<b>Bo</b>"};
  const std::vector<std::string> sources{"The Ledger & Co", "Echo", ""};
  std::vector<Article> made;
  for (int i = 0; i < 60; ++i) {
    auto each = testing_support::article("id " + std::to_string(i), "Ferry " + std::to_string(i),
                                         i % 4 == 0 ? "Fog." : "Harbour, fog.");
    for (std::size_t n = 0; n < static_cast<std::size_t>(i) % 3; ++n)
      each.people.push_back(people[(static_cast<std::size_t>(i) + n) % people.size()]);
    each.source = sources[static_cast<std::size_t>(i) % sources.size()];
    each.section = i % 2 == 0 ? "World" : "City";
    each.tags = {"tag" + std::to_string(i % 5), "sea"};
    each.language = i % 7 == 0 ? "fr" : "en-GB";
    if (i % 10 != 0)
      each.published =
          std::to_string(2015 + i % 3) + "-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i % 9);
    made.push_back(std::move(each));
  }
  return made;
}

std::string unescaped(std::string text) {
  static const std::vector<std::pair<std::string, std::string>> signs{
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [written, sign] : signs)
    for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + sign.size()))
      text.replace(at, written.size(), sign);
  return text;
}

/// The first group of each match, and the second.
std::vector<std::pair<std::string, std::string>> pairs(const std::string& html, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::pair<std::string, std::string>> found;
  for (std::sregex_iterator it(html.begin(), html.end(), regex), end; it != end; ++it)
    found.emplace_back(unescaped((*it)[1]), unescaped((*it)[2]));
  return found;
}

class Pages : public testing::Test {
 protected:
  std::string page(const std::string& target) {
    const auto parsed = http::parse_target(target, 64);
    const auto response =
        answer({"GET", target, parsed.path, parsed.parameters, {}, ""}, searcher_, nobody_told);
    EXPECT_EQ(response.status, 200) << target;
    return response.body;
  }

  std::string total(const std::string& target) {
    const auto found = pairs(page(target), "role=\"status\">([0-9,]+) articles?( )");
    return found.size() == 1 ? found[0].first : "";
  }

  void expect_totals(const std::vector<std::pair<std::string, std::string>>& links, std::size_t at_least) {
    EXPECT_GE(links.size(), at_least);
    for (const auto& [url, count] : links) EXPECT_EQ(total(url), count) << url;
  }

  testing_support::TemporaryArchive archive_{sixty_articles()};
  Searcher searcher_{archive_.directory()};
};

constexpr const char* value_link =
    "class=\"value\" href=\"([^\"]*)\"><bdi>[^<]*</bdi> <span class=\"number\">([0-9,]+)";
constexpr const char* bar_link = "<a href=\"([^\"]*)\" aria-label=\"[^\"]*: ([0-9,]+) article";
constexpr const char* row_link = "<th scope=\"row\"><a href=\"([^\"]*)\">[^<]*</a></th><td>([0-9,]+)<";

TEST_F(Pages, LeadToAsManyArticlesAsTheyCount) {
  const auto html = page("/search?q=fog");
  expect_totals(pairs(html, value_link), 15);
  expect_totals(pairs(html, bar_link), 9);
  EXPECT_EQ(pairs(html, bar_link), pairs(html, row_link));
  EXPECT_THAT(html, HasSubstr("6 articles without a date"));
}

TEST_F(Pages, CountWithinWhatIsAskedForAlready) {
  for (const auto* target :
       {"/search?q=fog&from=2015&to=2016", "/search?q=fog&from=2015-04-11&to=2015-04-20&match=any",
        "/search?q=harbour&-person=Sergei+Lavrov&-section=city"}) {
    SCOPED_TRACE(target);
    const auto html = page(target);
    expect_totals(pairs(html, bar_link), 1);
    expect_totals(pairs(html, value_link), 1);
  }
}

TEST_F(Pages, AddAValueToThoseThatAreOn) {
  const auto html = page("/search?q=fog&source=echo");
  EXPECT_THAT(html,
              HasSubstr("<li class=\"on\"><a class=\"value\" href=\"/search?q=fog\" aria-current=\"true\">"));
  EXPECT_THAT(html, HasSubstr("href=\"/search?q=fog&amp;source=echo&amp;source=The%20Ledger%20%26%20Co\""));
  EXPECT_EQ(total("/search?q=fog&source=echo"), "20");
  EXPECT_EQ(total("/search?q=fog&source=echo&source=The%20Ledger%20%26%20Co"), "40");
}

TEST_F(Pages, CarryTheWholeSearchInTheirLinks) {
  const std::string asked =
      "/search?q=fog+-quay&person=Sergey+Lavrov&-source=Echo&section=world&from=2015-02&match=any&sort=oldest"
      "&limit=2&offset=2&in=title,body";
  const auto html = page(asked);
  const auto base = to_search_request(http::parse_target(asked, 64).parameters, Unknown::refused);
  std::size_t links = 0;
  for (const auto& [url, rest] : pairs(html,
                                       "(?:class=\"value\"|class=\"without\"|rel=\"(?:prev|next)\"|<a) "
                                       "href=\"(/search[?][^\"]*limit[^\"]*)\"()")) {
    ++links;
    const auto request = to_search_request(http::parse_target(url, 64).parameters, Unknown::refused);
    EXPECT_EQ(request.query, base.query) << url;
    EXPECT_EQ(request.match, base.match) << url;
    EXPECT_EQ(request.limit, base.limit) << url;
    const int changed = (request.in != base.in) + (request.published != base.published) +
                        (request.filters != base.filters) + (request.order != base.order);
    EXPECT_LE(changed, 1) << url;
    EXPECT_TRUE(request.offset == 0 || changed == 0) << url;
  }
  EXPECT_GE(links, 20u);
}

TEST_F(Pages, DrillDownFromYearsToDays) {
  auto html = page("/search?q=fog");
  EXPECT_THAT(html, HasSubstr("data-interval=\"month\""));
  html = page("/search?q=fog&interval=year");
  EXPECT_THAT(html, HasSubstr("data-interval=\"year\""));
  EXPECT_THAT(html, HasSubstr("href=\"/search?q=fog&amp;from=2016-01-01&amp;to=2016-12-31\""));
  html = page("/search?q=fog&from=2016-01-01&to=2016-12-31");
  EXPECT_THAT(html, HasSubstr("data-interval=\"month\""));
  EXPECT_THAT(html, HasSubstr("href=\"/search?q=fog&amp;from=2016-02-01&amp;to=2016-02-29\""));
  html = page("/search?q=fog&from=2016-02-01&to=2016-02-29");
  EXPECT_THAT(html, HasSubstr("data-interval=\"day\""));
  EXPECT_THAT(html, HasSubstr("data-from=\"2016-02-29\" data-to=\"2016-02-29\""));
}

TEST_F(Pages, ShowOnlyWhatFindsSomethingWhereNothingIsFound) {
  const auto html = page("/search?q=fog&source=Nobody");
  EXPECT_THAT(html, HasSubstr("Nothing found"));
  expect_totals(pairs(html, "<li><a href=\"([^\"]*)\">[^<]*</a> – ([0-9,]+) article"), 1);
  EXPECT_THAT(page("/search?q=xylophone"), testing::Not(HasSubstr("This finds something")));
}

TEST_F(Pages, LeadFromAnArticleToEarlierCoverage) {
  const auto html = page("/article?id=id%2011&q=fog");
  const auto earlier = html.find("Earlier coverage"), similar = html.find("Similar articles");
  ASSERT_NE(earlier, std::string::npos);
  const auto dates = pairs(html.substr(earlier, similar - earlier), "<time datetime=\"([^\"]*)\"()");
  EXPECT_FALSE(dates.empty());
  for (const auto& [date, rest] : dates) EXPECT_LT(date, sixty_articles()[11].published);
}

TEST_F(Pages, ShowExportsOnlyToThoseWhoMayHaveThem) {
  Surroundings open_to_all;
  open_to_all.is_public = true;
  for (const auto* target : {"/search", "/article"}) {
    const http::Request request{"GET", target, target, {{"id", "id 1"}}, {}, ""};
    EXPECT_THAT(answer(request, searcher_, nobody_told).body,
                testing::ContainsRegex("/v1/(export|articles)"));
    EXPECT_THAT(answer(request, searcher_, nobody_told, open_to_all).body,
                testing::Not(testing::ContainsRegex("/v1/(export|articles)")));
  }
}

}  // namespace
}  // namespace morgue
