// SPDX-License-Identifier: GPL-3.0-or-later
// What is taken away over HTTP: exports, batches, formats and feeds, as the routes answer them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "common/wire/search_url.h"
#include "server/routes.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<Article> articles() {
  std::vector<Article> made;
  for (int i = 0; i < 250; ++i) {
    made.push_back(testing_support::article("id" + std::to_string(i), i % 2 ? "=ferry" : "fog", "harbour"));
    made.back().published = "2021-07-" + std::to_string(10 + i % 17);
    made.back().body += std::string(2000, ' ') + "old harbour";
  }
  return made;
}

class Exports : public testing::Test {
 protected:
  http::Response ask(const std::string& target, const std::string& method = "GET",
                     const std::string& body = "", const std::string& type = "") {
    const auto parsed = http::parse_target(target, 64);
    http::Request request{method, target, parsed.path, parsed.parameters, {{"Host", "127.0.0.1:8080"}}, body};
    if (!type.empty()) request.headers.emplace_back("Content-Type", type);
    auto response = answer(request, searcher_, [](std::string_view) {});
    turns_ = response.more ? 1 : 0;
    for (bool more = static_cast<bool>(response.more); more; ++turns_) {
      std::string chunk;
      more = response.more(chunk);
      longest_ = std::max(longest_, chunk.size());
      response.body += chunk;
    }
    return response;
  }

  std::vector<json> lines(const std::string& target) {
    std::istringstream stream(ask(target).body);
    std::vector<json> all;
    for (std::string line; std::getline(stream, line);) all.push_back(json::parse(line));
    return all;
  }

  json problem(const std::string& target) {
    const auto response = ask(target);
    auto body = json::parse(response.body);
    body["status"] = response.status;
    return body;
  }

  const testing_support::TemporaryArchive archive_{articles()};
  Searcher searcher_{archive_.directory()};
  int turns_ = 0;
  std::size_t longest_ = 0;
};

TEST_F(Exports, GiveEveryResultNewestFirstTurnByTurn) {
  const auto exported = lines("/v1/export?q=ferry");
  ASSERT_EQ(exported.size(), 125u);
  EXPECT_GT(turns_, 1);
  EXPECT_LT(longest_, 40'000u);
  EXPECT_EQ(exported.front()["published"], "2021-07-26");
  EXPECT_EQ(exported.back()["published"], "2021-07-10");
  EXPECT_EQ(exported.front()["highlights"]["title"]["html"], "=<mark>ferry</mark>");
  const auto page = json::parse(ask("/v1/search?q=ferry&sort=newest&limit=100").body);
  for (std::size_t i = 0; i < 100; ++i) EXPECT_EQ(page["results"][i], exported[i]);
  EXPECT_EQ(lines("/v1/export?q=ferry&limit=3&sort=oldest&fields=published").front()["published"],
            "2021-07-10");
  EXPECT_EQ(lines("/v1/search?q=ferry&sort=newest&limit=100&format=jsonl").back(), exported[99]);
}

TEST_F(Exports, GoOnFromACursorOfASearch) {
  const auto exported = lines("/v1/export?q=ferry&fields=id");
  const auto page = json::parse(ask("/v1/search?q=ferry&sort=newest&limit=100").body);
  const auto rest = lines("/v1/export?q=ferry&fields=id&cursor=" + page["cursor"].get<std::string>());
  ASSERT_EQ(rest.size(), 25u);
  EXPECT_EQ(rest.front(), exported[100]);
}

TEST_F(Exports, AreCsvWithFormulasDisarmedUnlessRaw) {
  const auto csv = ask("/v1/export?q=ferry&format=csv&snippets=0");
  EXPECT_THAT(*csv.header("Content-Type"), StartsWith("text/csv"));
  EXPECT_THAT(csv.body, StartsWith("rank,id,title,published,source,section,language,authors,people,url,score,"
                                   "snippet\r\n1,id"));
  EXPECT_THAT(csv.body, HasSubstr(",'=ferry,"));
  EXPECT_EQ(std::ranges::count(csv.body, '\n'), 126);
  EXPECT_THAT(ask("/v1/export?q=ferry&format=csv&raw=1").body, HasSubstr(",=ferry,"));
  EXPECT_EQ(ask("/v1/search?q=ferry&sort=newest&format=csv&fields=title&limit=1&offset=4").body,
            "title\r\n'=ferry\r\n");
  EXPECT_THAT(ask("/v1/search?q=ferry&sort=newest&format=csv&limit=1&offset=4").body, HasSubstr("\r\n5,id"));
}

TEST_F(Exports, AreRefusedBeforeTheyBegin) {
  EXPECT_EQ(problem("/v1/export?q=ferry&format=xml")["parameter"], "format");
  EXPECT_EQ(problem("/v1/export?q=ferry&limit=0")["parameter"], "limit");
  EXPECT_EQ(problem("/v1/export?q=ferry&limti=2")["hint"], "did you mean limit?");
  EXPECT_EQ(problem("/v1/export?q=ferry&strict=1&q=fog")["status"], 400);
  EXPECT_EQ(problem("/v1/export?q=(ferry&strict=1")["code"], "unbalanced_paren");
  EXPECT_EQ(problem("/v1/export?q=ferry&cursor=nonsense")["code"], "bad_cursor");
  EXPECT_EQ(problem("/v1/search?q=ferry&cursor=abc&offset=3")["parameter"], "cursor");
}

TEST_F(Exports, RefuseAnOldCursorByRelevance) {
  const auto cursor = json::parse(ask("/v1/search?q=ferry").body)["cursor"].get<std::string>();
  EXPECT_EQ(json::parse(ask("/v1/search?q=ferry&cursor=" + cursor).body)["offset"], 10);
  testing_support::TemporaryArchive changed(articles());
  Searcher searcher(changed.directory());
  const auto parsed = http::parse_target("/v1/search?q=ferry&cursor=" + cursor, 64);
  const auto response = answer({"GET", "", parsed.path, parsed.parameters, {}, ""}, searcher, [](auto) {});
  EXPECT_EQ(response.status, 410);
  EXPECT_EQ(json::parse(response.body)["code"], "cursor_expired");
}

TEST_F(Exports, AnswerABatchLineByLine) {
  const auto response =
      ask("/v1/batch?from=2021-07-15", "POST", "ferry\n\n\xff\nfog\r\n", "text/plain; charset=utf-8");
  EXPECT_EQ(response.status, 200);
  std::istringstream stream(response.body);
  std::vector<json> rows;
  for (std::string line; std::getline(stream, line);) rows.push_back(json::parse(line));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0]["query"], "ferry");
  EXPECT_EQ(rows[0]["first"], "2021-07-15");
  EXPECT_TRUE(rows[0]["error"].is_null());
  EXPECT_EQ(rows[1]["error"]["code"], "bad_line");
  EXPECT_TRUE(rows[1]["total"].is_null());
  EXPECT_EQ(rows[2]["query"], "fog");
  const auto in_json = ask("/v1/batch", "POST", "{\"q\":\"ferry\",\"to\":\"2021-07-10\"}\n{\"p\":1}\n",
                           "application/x-ndjson");
  EXPECT_THAT(in_json.body, StartsWith("{\"query\":\"ferry\",\"total\":7,"));
  EXPECT_THAT(in_json.body, HasSubstr("p is not a known parameter"));
  EXPECT_EQ(ask("/v1/batch", "POST", "", "").body, "");
  EXPECT_EQ(ask("/v1/batch", "POST", "ferry", "application/json").status, 415);
  EXPECT_EQ(ask("/v1/batch?frm=2021", "POST", "ferry").status, 400);
  EXPECT_EQ(ask("/v1/batch").status, 405);
}

TEST_F(Exports, OfASearchAreAFeed) {
  const auto feed = ask("/feed?q=ferry&utm_source=x&limit=3");
  EXPECT_EQ(*feed.header("Content-Type"), "application/atom+xml; charset=utf-8");
  EXPECT_THAT(feed.body, HasSubstr("<updated>2021-07-26T00:00:00Z</updated>"));
  EXPECT_THAT(feed.body, HasSubstr("http://127.0.0.1:8080/article?id=id"));
  EXPECT_THAT(ask("/v1/search?q=ferry&format=atom").body, HasSubstr("<opensearch:totalResults>125<"));
  EXPECT_THAT(ask("/opensearch.xml").body, HasSubstr("http://127.0.0.1:8080/search?q={searchTerms}"));
}

}  // namespace
}  // namespace morgue
