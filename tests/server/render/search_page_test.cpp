// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/search_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::HasSubstr;

SearchResults answering(const SearchRequest& request, std::uint64_t total) {
  SearchResults results;
  results.text = results.understood = request.query;
  results.total = total;
  results.offset = request.offset;
  results.limit = request.limit;
  results.took_ms = 3.1;
  for (std::uint64_t i = request.offset; i < std::min<std::uint64_t>(total, request.offset + request.limit);
       ++i) {
    SearchResult result;
    result.article = testing_support::article(std::to_string(i), "Ferry " + std::to_string(i), "One. Two.");
    result.title = {result.article.title, {{0, 5}}, 0};
    result.body = {{"Two.", {}, 5}};
    results.results.push_back(result);
  }
  return results;
}

std::string page(const SearchRequest& request, std::uint64_t total) {
  return search_page(answering(request, total), request);
}

TEST(SearchPage, SaysHowManyAndHowFast) {
  EXPECT_THAT(page(asking("ferry"), 1412), HasSubstr("1,412 articles · 3 ms"));
  EXPECT_THAT(page(asking("ferry"), 1), HasSubstr(">1 article · "));
  auto results = answering(asking("ferry"), 20);
  results.relation = Relation::gte;
  results.took_ms = 0.2;
  EXPECT_THAT(search_page(results, asking("ferry")), HasSubstr("at least 20 articles · under 1 ms"));
}

TEST(SearchPage, LeadsToItsNeighbours) {
  struct Row {
    std::size_t offset;
    std::uint64_t total;
    std::string previous, next;  // "" for none
  };
  const std::vector<Row> rows{
      {0, 10, "", ""},
      {0, 11, "", "/search?q=ferry&amp;offset=10"},
      {10, 25, "/search?q=ferry", "/search?q=ferry&amp;offset=20"},
      {5, 12, "/search?q=ferry", ""},
      {20, 25, "/search?q=ferry&amp;offset=10", ""},
      {90, 25, "/search?q=ferry&amp;offset=15", ""},
  };
  for (const auto& row : rows) {
    auto request = asking("ferry");
    request.offset = row.offset;
    const auto html = page(request, row.total);
    const auto link = [](const std::string& rel, const std::string& url) {
      return "rel=\"" + rel + "\" href=\"" + url + "\"";
    };
    if (row.previous.empty()) EXPECT_THAT(html, testing::Not(HasSubstr("rel=\"prev\""))) << row.offset;
    else EXPECT_THAT(html, HasSubstr(link("prev", row.previous))) << row.offset;
    if (row.next.empty()) EXPECT_THAT(html, testing::Not(HasSubstr("rel=\"next\""))) << row.offset;
    else EXPECT_THAT(html, HasSubstr(link("next", row.next))) << row.offset;
  }
}

TEST(SearchPage, PutsEllipsesOutsideTheMarks) {
  EXPECT_THAT(page(asking("ferry"), 1), HasSubstr(">… Two.</p>"));
}

TEST(SearchPage, SetsLanguageAndDirection) {
  EXPECT_THAT(page(asking("ferry"), 1), HasSubstr("<h2 dir=\"auto\" lang=\"en\">"));
}

TEST(SearchPage, HelpsWithTheQuery) {
  const auto request = asking("Ä headlin:x");
  auto results = answering(request, 1);
  results.warnings = {{"unknown_field", Severity::repair, "there is no field headlin", 2, 10, "headline:"}};
  results.understood = "Ä AND \"headlin x\"";
  const auto html = search_page(results, request);
  EXPECT_THAT(html, HasSubstr("there is no field headlin"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/search?q=%C3%84%20headline:x\"><bdi>Ä headline:x</bdi></a>"));
  EXPECT_THAT(html, HasSubstr("Ä AND &quot;headlin x&quot;"));
}

TEST(SearchPage, TellsTheUnderstandingOnlyAfterARepair) {
  auto results = answering(asking("a OR b c"), 1);
  results.warnings = {{"mixed_and_or", Severity::notice, "read as that", 0, 8, ""}};
  const auto html = search_page(results, asking("a OR b c"));
  EXPECT_THAT(html, HasSubstr("read as that"));
  EXPECT_THAT(html, testing::Not(HasSubstr("Searched for")));
}

TEST(SearchPage, LeadsToWhatFindsSomethingWhereNothingIsFound) {
  const auto request = asking("ferry strike");
  auto other = request;
  other.match = MatchMode::any;
  const auto html =
      search_page(answering(request, 0), request, {.ways_out = {{"Search for <any>", other, 1412}}});
  EXPECT_THAT(html, HasSubstr("<h2>Nothing found</h2>"));
  EXPECT_THAT(html,
              HasSubstr("<a href=\"/search?q=ferry%20strike&amp;match=any\">Search for &lt;any&gt;</a>"));
  EXPECT_THAT(html, HasSubstr("1,412 articles"));
}

TEST(SearchPage, LeadsToTheSameSearchAsDataAndAsAFeed) {
  auto request = asking("ferry");
  request.filters = {{Field::source, {"A&B"}, {}}};
  request.offset = 20;
  const auto html = page(request, 50);
  for (const auto* url : {"/feed?q=ferry&amp;source=A%26B", "/v1/search?q=ferry&amp;source=A%26B",
                          "/v1/export?format=csv&amp;q=ferry&amp;source=A%26B",
                          "/v1/export?format=jsonl&amp;q=ferry&amp;source=A%26B"})
    EXPECT_THAT(html, HasSubstr("href=\"" + std::string(url) + "\"")) << url;
}

TEST(SearchPage, OffersAPageOfRowsToThoseWhoMayNotExport) {
  const auto html = search_page(answering(asking("ferry"), 1), asking("ferry"), {.may_export = false});
  EXPECT_THAT(html, HasSubstr("/v1/search?format=csv&amp;q=ferry&amp;limit=100\""));
  EXPECT_THAT(html, testing::Not(HasSubstr("/v1/export")));
}

TEST(SearchPage, ShowsHowToSearchWithWordsOfAResult) {
  EXPECT_THAT(page(asking("ferry"), 1), HasSubstr("<details id=\"help\">"));
}

TEST(SearchPage, SaysWhenTheArchiveIsEmpty) {
  EXPECT_THAT(page({}, 0), HasSubstr("<h2>The archive is still empty</h2>"));
  SearchRequest request;
  request.filters = {{Field::source, {"A"}, {}}};
  EXPECT_THAT(page(request, 0), HasSubstr("<h2>Nothing found</h2>"));
}

TEST(SearchPage, ShowsOnlyTheCountWhereNoResultIsWanted) {
  auto request = asking("ferry");
  request.limit = 0;
  request.offset = 5;
  const auto html = page(request, 20);
  EXPECT_THAT(html, HasSubstr("20 articles"));
  for (const auto* part : {"class=\"pages\"", "class=\"nothing\"", "<article"})
    EXPECT_THAT(html, testing::Not(HasSubstr(part))) << part;
}

TEST(SearchPage, LeadsBackFromBeyondTheEnd) {
  auto request = asking("ferry");
  request.offset = 100;
  EXPECT_THAT(page(request, 3), HasSubstr("<a href=\"/search?q=ferry\">Go to the first page</a>"));
}

TEST(SearchPage, ShowsEveryMarkedNameAndSomeOthers) {
  const auto request = asking("ferry");
  auto results = answering(request, 1);
  auto& result = results.results.front();
  for (int i = 0; i < 12; ++i) result.article.people.push_back("Name" + std::to_string(i));
  result.people = {{11, {"Name11", {{0, 4}}, 0}}};
  const auto html = search_page(results, request);
  EXPECT_THAT(html, HasSubstr("<bdi><mark>Name</mark>11</bdi>"));
  EXPECT_THAT(html, HasSubstr("<bdi>Name7</bdi>"));
  EXPECT_THAT(html, testing::Not(HasSubstr("<bdi>Name8</bdi>")));
  EXPECT_THAT(html, HasSubstr("and 3 more"));
}

}  // namespace
}  // namespace morgue
