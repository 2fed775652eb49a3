// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "server/route_table.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

// printf %s secret | sha256sum
constexpr const char* hash_of_secret = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

http::Request request(const std::string& path, http::Headers headers = {},
                      const std::string& method = "GET") {
  return {method, path, path, {}, std::move(headers), ""};
}

http::Headers bearing(const std::string& token) { return {{"Authorization", "Bearer " + token}}; }

class AccessWithTokens : public testing::Test {
 protected:
  AccessWithTokens() { write(std::string("ann ") + hash_of_secret); }
  void write(const std::string& text) const { std::ofstream(path()) << text << "\n"; }
  std::string path() const { return directory_.path("tokens"); }

 private:
  const testing_support::TemporaryDirectory directory_;
};

TEST(Access, LetsEverybodyInUnlessToldOtherwise) {
  Access access({});
  for (const auto& route : routes())
    EXPECT_EQ(access.refusal(request(std::string(route.path))), std::nullopt) << route.path;
}

TEST_F(AccessWithTokens, AsksForOneEverywhereButForHealthAndWhatPagesLoad) {
  Access access({.tokens_file = path()});
  for (const auto* open : {"/healthz", "/readyz", "/openapi.json", "/assets/style.css"})
    EXPECT_EQ(access.refusal(request(open)), std::nullopt) << open;
  for (const auto* closed :
       {"/", "/search", "/v1/search", "/v1/articles", "/metrics", "/v1/stats", "/nothing"}) {
    const auto refused = access.refusal(request(closed));
    ASSERT_TRUE(refused) << closed;
    EXPECT_EQ(refused->status, 401) << closed;
    EXPECT_THAT(*refused->header("WWW-Authenticate"), testing::StartsWith("Bearer"));
    EXPECT_EQ(access.refusal(request(closed, bearing("secret"))), std::nullopt) << closed;
    for (const auto* wrong : {"", "secre", "Secret"})
      EXPECT_TRUE(access.refusal(request(closed, bearing(wrong)))) << wrong;
  }
  EXPECT_EQ(nlohmann::json::parse(access.refusal(request("/v1/search"))->body)["code"], "token_needed");
  EXPECT_EQ(nlohmann::json::parse(access.refusal(request("/v1/search", bearing("x")))->body)["code"],
            "bad_token");
}

TEST_F(AccessWithTokens, IsOpenToReadersOfAPublicSite) {
  Access access({.tokens_file = path(), .is_public = true});
  for (const auto* open : {"/", "/search", "/article", "/v1/search", "/healthz", "/nothing"})
    EXPECT_EQ(access.refusal(request(open)), std::nullopt) << open;
  for (const auto* closed : {"/v1/articles", "/v1/articles/x", "/v1/explain", "/v1/count", "/v1/facets",
                             "/metrics", "/v1/stats"}) {
    EXPECT_TRUE(access.refusal(request(closed))) << closed;
    EXPECT_EQ(access.refusal(request(closed, bearing("secret"))), std::nullopt) << closed;
  }
  Access without_tokens({.is_public = true});
  EXPECT_TRUE(without_tokens.refusal(request("/metrics", bearing("secret"))));
}

TEST_F(AccessWithTokens, AsksForNoneAtTheAdminsEntrance) {
  Access access({.tokens_file = path(), .is_public = true, .admin = 1});
  auto asked = request("/metrics");
  EXPECT_TRUE(access.refusal(asked));
  asked.entrance = 1;
  EXPECT_EQ(access.refusal(asked), std::nullopt);
}

TEST_F(AccessWithTokens, ReadsTheFileAnewAndKeepsWhatItHasWhereThatFails) {
  Access access({.tokens_file = path()});
  write("nobody");
  EXPECT_THROW(access.reload(), Error);
  EXPECT_EQ(access.refusal(request("/", bearing("secret"))), std::nullopt);
  write("# nobody");
  access.reload();
  EXPECT_TRUE(access.refusal(request("/", bearing("secret"))));
}

TEST(Access, LimitsTheRateOfEachAddress) {
  Access access({.rate_limit = 1});
  auto asked = request("/v1/search");
  asked.client = "1.2.3.4";
  int refused = 0;
  for (int i = 0; i < 15; ++i) {
    const auto response = access.refusal(asked);
    if (!response) continue;
    ++refused;
    EXPECT_EQ(response->status, 429);
    EXPECT_NE(response->header("Retry-After"), nullptr);
  }
  EXPECT_GE(refused, 4);
  asked.client = "1.2.3.5";
  EXPECT_EQ(access.refusal(asked), std::nullopt);
}

TEST(Access, LetsPagesOfKnownSitesReadTheJson) {
  const Access access({.origins = {"https://news.example"}});
  http::Response response;
  access.share(request("/v1/search", {{"Origin", "https://news.example"}}), response);
  EXPECT_EQ(*response.header("Access-Control-Allow-Origin"), "https://news.example");
  EXPECT_EQ(*response.header("Vary"), "Origin");
  for (const auto& other :
       {request("/v1/search", {{"Origin", "https://news.example.evil"}}), request("/v1/search")}) {
    http::Response plain;
    access.share(other, plain);
    EXPECT_EQ(plain.header("Access-Control-Allow-Origin"), nullptr);
    EXPECT_EQ(*plain.header("Vary"), "Origin");
  }
  http::Response page;
  access.share(request("/search", {{"Origin", "https://news.example"}}), page);
  EXPECT_TRUE(page.headers.empty()) << "pages are nobody else's";
}

TEST(Access, LetsNoSiteReadAnythingUnlessToldTo) {
  const Access access({});
  http::Response response;
  access.share(request("/v1/search", {{"Origin", "https://news.example"}}), response);
  EXPECT_TRUE(response.headers.empty());
  EXPECT_EQ(access.preflight(request("/v1/search",
                                     {{"Origin", "x"}, {"Access-Control-Request-Method", "GET"}}, "OPTIONS")),
            std::nullopt);
}

TEST_F(AccessWithTokens, AnswersAPreflightWithoutAToken) {
  const Access access({.tokens_file = path(), .origins = {"*"}});
  const http::Headers asking{{"Origin", "https://any.example"}, {"Access-Control-Request-Method", "GET"}};
  const auto response = access.preflight(request("/v1/search", asking, "OPTIONS"));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 204);
  EXPECT_THAT(*response->header("Access-Control-Allow-Headers"), testing::HasSubstr("Authorization"));
  EXPECT_EQ(access.preflight(request("/v1/search", asking)), std::nullopt);
  EXPECT_EQ(access.preflight(request("/search", asking, "OPTIONS")), std::nullopt);
  EXPECT_EQ(access.preflight(request("/nothing", asking, "OPTIONS")), std::nullopt);
}

TEST(ClientAddress, IsWhatTheTrustedProxySays) {
  const std::string forwarded = "6.6.6.6, 1.2.3.4 ";
  EXPECT_EQ(client_address("127.0.0.1", &forwarded, true), "1.2.3.4") << "the last: the others are hearsay";
  EXPECT_EQ(client_address("127.0.0.1", &forwarded, false), "127.0.0.1");
  EXPECT_EQ(client_address("127.0.0.1", nullptr, true), "127.0.0.1");
  const std::string empty = " ";
  EXPECT_EQ(client_address("127.0.0.1", &empty, true), "127.0.0.1");
}

}  // namespace
}  // namespace morgue
