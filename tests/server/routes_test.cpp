// SPDX-License-Identifier: GPL-3.0-or-later
// Requests in, responses out: status, kind, validators, compression, and what is said of a broken archive.
#include "server/routes.h"

#include <gmock/gmock.h>

#include <atomic>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/server/routes_fixture.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;
using testing_support::Routes;

TEST_F(Routes, AnswerWithTheRightStatusAndType) {
  static constexpr const char *page = "text/html; charset=utf-8",
                              *as_json = "application/json; charset=utf-8",
                              *problem = "application/problem+json";
  struct Row {
    const char* target;
    int status;
    const char* type;
  };
  static constexpr Row rows[] = {
      {"/", 200, page},
      {"/?utm_source=x", 200, page},
      {"/search?q=ferry", 200, page},
      {"/search?q=nothinglikethis", 200, page},
      {"/search?q=(ferry", 200, page},
      {"/search?q=(ferry&strict=1", 400, page},
      {"/search?limit=ten", 400, page},
      {"/article?id=strike-1&q=ferry", 200, page},
      {"/article?id=gone", 404, page},
      {"/article", 400, page},
      {"/nothing", 404, page},
      {"/assets/", 404, page},
      {"/assets/nothing.css", 404, page},
      {"/assets/style.css", 200, "text/css; charset=utf-8"},
      {"/assets/icon.svg", 200, "image/svg+xml"},
      {"/healthz", 200, "text/plain; charset=utf-8"},
      {"/v1/search", 200, as_json},
      {"/v1/search?q=ferry&pretty=1", 200, as_json},
      {"/v1/search?q=&limitt=", 200, as_json},
      {"/v1/search?limitt=5", 400, problem},
      {"/v1/search?limit=101", 400, problem},
      {"/v1/search?pretty=very", 400, problem},
      {"/v1/search?q=(ferry&strict=1", 400, problem},
      {"/v1/search/more", 404, problem},
      {"/v1/explain", 200, as_json},
      {"/v1/explain?q=auther:(ferry&match=any&from=2021&source=x&pretty=1", 200, as_json},
      {"/v1/explain?q=(ferry&strict=1", 400, problem},
      {"/v1/explain?qq=ferry", 400, problem},
      {"/v1/explain?limit=101", 400, problem},
      {"/v1/suggest?q=fer", 200, as_json},
      {"/v1/suggest?q=fer&limit=20&pretty=1", 200, as_json},
      {"/v1/suggest", 200, as_json},
      {"/v1/suggest?q=f", 200, as_json},
      {"/v1/suggest?q=%22fer%20OR%20(", 200, as_json},
      {"/v1/suggest?q=fer&limit=21", 400, problem},
      {"/v1/suggest?q=fer&q=gull", 400, problem},
      {"/v1/suggest?qq=fer", 400, problem},
      {"/v1/similar?id=strike-1", 200, as_json},
      {"/v1/similar?id=strike-1&to=2021&source=x&limit=5&snippets=0&fields=title&copies=1&pretty=1", 200,
       as_json},
      {"/v1/similar?id=gone", 404, problem},
      {"/v1/similar", 400, problem},
      {"/v1/similar?id=strike-1&q=ferry", 400, problem},
      {"/v1/similar?id=strike-1&copies=many", 400, problem},
      {"/v1/articles?id=strike-1", 200, as_json},
      {"/v1/articles/strike-1", 200, as_json},
      {"/v1/articles/strike-1?pretty=1", 200, as_json},
      {"/v1/articles/strike-1?id=strike-1", 400, problem},
      {"/v1/articles/gone", 404, problem},
      {"/v1/articles?id=gone", 404, problem},
      {"/v1/articles", 400, problem},
      {"/v1/articles/", 404, problem},
      {"/v1/articles?id=strike-1&q=x", 400, problem},
      {"/v1/nothing", 404, problem},
      {"/v1/", 404, problem},
  };
  for (const auto& row : rows) {
    const auto response = get(row.target);
    EXPECT_EQ(response.status, row.status) << row.target;
    EXPECT_EQ(type_of(response), row.type) << row.target;
    EXPECT_FALSE(response.body.empty()) << row.target;
  }
  EXPECT_EQ(reported_, "");
}

TEST_F(Routes, TakeHeadLikeGetAndNothingElse) {
  for (const auto* target : {"/", "/search", "/article?id=strike-1", "/assets/style.css", "/healthz",
                             "/v1/search", "/v1/articles?id=strike-1", "/v1/articles/strike-1"}) {
    EXPECT_EQ(ask(request(target, "HEAD")).status, 200) << target;
    for (const auto* method : {"POST", "PUT", "DELETE", "GE", "get", ""}) {
      const auto refused = ask(request(target, method));
      EXPECT_EQ(refused.status, 405) << method << " " << target;
      ASSERT_NE(refused.header("Allow"), nullptr);
      EXPECT_EQ(*refused.header("Allow"), "GET, HEAD, OPTIONS");
    }
    const auto options = answer_at_once(request(target, "OPTIONS"));
    ASSERT_TRUE(options) << target;
    EXPECT_EQ(options->status, 204);
    EXPECT_EQ(*options->header("Allow"), "GET, HEAD, OPTIONS");
  }
}

TEST_F(Routes, AnswerThatNothingHasChangedAsLongAsNothingHas) {
  for (const auto* target :
       {"/", "/search?q=ferry", "/article?id=strike-1&q=ferry", "/v1/search?q=ferry+date:today",
        "/v1/count?q=ferry", "/v1/facets?q=ferry&facets=person", "/v1/articles/strike-1"}) {
    SCOPED_TRACE(target);
    const auto first = get(target);
    ASSERT_NE(first.header("ETag"), nullptr);
    EXPECT_THAT(*first.header("ETag"), StartsWith("W/\""));
    EXPECT_EQ(*first.header("Cache-Control"), "no-cache");
    auto again = request(target);
    for (const auto& named :
         {*first.header("ETag"), "W/\"other\", " + *first.header("ETag"), std::string("*")}) {
      again.headers = {{"If-None-Match", named}};
      const auto same = ask(again);
      EXPECT_EQ(same.status, 304) << named;
      EXPECT_EQ(*same.header("ETag"), *first.header("ETag"));
      EXPECT_EQ(*same.header("Vary"), "Accept-Encoding");
      EXPECT_EQ(same.body, "");
    }
    again.headers = {{"If-None-Match", "W/\"other\""}};
    EXPECT_EQ(ask(again).status, 200);
  }
}

TEST_F(Routes, TellAnswersApartByWhatTheyAnswer) {
  std::set<std::string> tags;
  for (const auto* target : {"/v1/search?q=ferry", "/v1/search?q=strike", "/v1/search?q=ferry&limit=1",
                             "/v1/count?q=ferry", "/v1/articles/strike-1", "/search?q=ferry"})
    EXPECT_TRUE(tags.insert(*get(target).header("ETag")).second) << target;
  archive_.put({testing_support::article("later", "A later ferry", "Late.")});
  for (const auto* target : {"/v1/search?q=ferry", "/v1/articles/strike-1"})
    EXPECT_TRUE(tags.insert(*get(target).header("ETag")).second) << target << " after a commit";
}

TEST_F(Routes, KeepNoErrors) {
  for (const auto* target : {"/v1/search?limit=x", "/v1/articles/gone", "/nothing", "/search?strict=1&q=("}) {
    const auto response = get(target);
    EXPECT_EQ(response.header("ETag"), nullptr) << target;
    EXPECT_EQ(*response.header("Cache-Control"), "no-store") << target;
  }
}

TEST_F(Routes, GiveUpOnASearchThatNobodyWaitsForAndDoNotKeepWhatItHas) {
  const std::atomic<bool> client_has_left = true;
  auto asked = request("/v1/search?q=ferry+w/s+late");
  asked.is_abandoned = &client_has_left;
  const auto cut = ask(asked);
  EXPECT_EQ(json::parse(cut.body)["relation"], "gte");
  EXPECT_EQ(cut.header("ETag"), nullptr);
  EXPECT_EQ(*cut.header("Cache-Control"), "no-store");
  asked.is_abandoned = nullptr;
  const auto whole = ask(asked);
  EXPECT_EQ(json::parse(whole.body)["relation"], "eq");
  EXPECT_NE(whole.header("ETag"), nullptr);
}

TEST_F(Routes, CompressForThoseWhoTakeIt) {
  auto asked = request("/search?q=ferry");
  const auto plain = ask(asked);
  EXPECT_EQ(*plain.header("Vary"), "Accept-Encoding");
  EXPECT_EQ(plain.header("Content-Encoding"), nullptr);
  asked.headers = {{"Accept-Encoding", "br, gzip;q=0.8"}};
  const auto packed = ask(asked);
  ASSERT_NE(packed.header("Content-Encoding"), nullptr);
  EXPECT_LT(packed.body.size(), plain.body.size() / 2);
  EXPECT_EQ(*packed.header("Vary"), "Accept-Encoding");
}

TEST_F(Routes, RefuseWhoAcceptsOnlySomethingElse) {
  auto asked = request("/v1/search?q=ferry");
  for (const auto* accept : {"text/csv", "image/*", "application/json;q=0"}) {
    asked.headers = {{"Accept", accept}};
    const auto refused = ask(asked);
    EXPECT_EQ(refused.status, 406) << accept;
    EXPECT_EQ(json::parse(refused.body)["code"], "not_acceptable");
  }
  for (const auto* accept :
       {"", "*/*", "application/*", "text/html, application/json", "text/html, */*;q=0.1"}) {
    asked.headers = {{"Accept", accept}};
    EXPECT_EQ(ask(asked).status, 200) << accept;
  }
}

TEST_F(Routes, AnswerAtOnceOnlyWhatNeedsNoArchive) {
  EXPECT_EQ(answer_at_once(request("/healthz"))->body, "ok");
  EXPECT_EQ(answer_at_once(request("/assets/style.css"))->status, 200);
  for (const auto* target : {"/", "/search", "/v1/search", "/nothing", "/assets/nothing.css"})
    EXPECT_EQ(answer_at_once(request(target)), std::nullopt) << target;
  EXPECT_EQ(answer_at_once(request("/healthz", "POST")), std::nullopt);
}

TEST_F(Routes, TellTheLogAndNotTheClientWhatIsWrongWithTheArchive) {
  std::filesystem::remove_all(archive_.directory());
  for (const auto* target : {"/v1/search?q=ferry", "/search?q=ferry", "/v1/articles/strike-1"}) {
    reported_.clear();
    const auto response = get(target);
    EXPECT_EQ(response.status, 503) << target;
    ASSERT_NE(response.header("Retry-After"), nullptr);
    EXPECT_THAT(response.body, testing::Not(HasSubstr(archive_.directory())));
    EXPECT_THAT(reported_, HasSubstr(archive_.directory()));
    EXPECT_THAT(reported_, testing::Not(HasSubstr("q=ferry")));
  }
}

}  // namespace
}  // namespace morgue
