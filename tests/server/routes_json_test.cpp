// SPDX-License-Identifier: GPL-3.0-or-later
// What the API answers, in JSON.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "common/wire/search_url.h"
#include "tests/server/routes_fixture.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;
using testing_support::hostile_article;
using testing_support::Routes;

TEST_F(Routes, NameTheNearestOfAnUnknownParameter) {
  static constexpr std::array<const char*, 3> rows[] = {
      {"/v1/search?limitt=5", "limitt", "did you mean limit?"},
      {"/v1/search?prety=1", "prety", "did you mean pretty?"},
      {"/v1/search?sorce=x", "sorce", "did you mean source?"},
      {"/v1/articles?id=strike-1&prety=1", "prety", "did you mean pretty?"},
  };
  for (const auto& [target, parameter, hint] : rows) {
    const auto problem = json::parse(get(target).body);
    EXPECT_EQ(problem["code"], "bad_parameter");
    EXPECT_EQ(problem["parameter"], parameter) << target;
    EXPECT_EQ(problem["hint"], hint) << target;
  }
}

TEST_F(Routes, SuggestInTheFormThatIsAccepted) {
  EXPECT_EQ(json::parse(get("/v1/suggest?q=lav").body)["people"][0]["value"], "Sergey Lavrov");
  auto asked = request("/v1/suggest?q=lav");
  asked.headers.emplace_back("Accept", "application/x-suggestions+json, */*;q=0.1");
  const auto response = ask(asked);
  EXPECT_EQ(type_of(response), "application/x-suggestions+json");
  EXPECT_EQ(*response.header("Vary"), "Accept, Accept-Encoding");
  EXPECT_EQ(json::parse(response.body)[1][0], "Sergey Lavrov");
  asked.headers.back().second = "application/x-suggestions+json;q=0, application/json";
  EXPECT_EQ(type_of(ask(asked)), "application/json; charset=utf-8");
}

TEST_F(Routes, TellWhyAnArticleIsSimilar) {
  const auto found = json::parse(get("/v1/similar?id=strike-1").body);
  ASSERT_EQ(found["results"].size(), 1u);
  EXPECT_EQ(found["results"][0]["why"]["words"][0], "ferry");
  EXPECT_EQ(found["total"], 1);
  EXPECT_THAT(get("/article?id=strike-1").body, HasSubstr("Similar articles"));
}

TEST_F(Routes, TellWhereAStrictQueryIsWrong) {
  const auto problem = json::parse(get("/v1/search?strict=1&q=ferry%20(strike").body);
  EXPECT_EQ(problem["code"], "unbalanced_paren");
  EXPECT_EQ(problem["parameter"], "q");
  EXPECT_EQ(problem["position"], 6);
}

TEST_F(Routes, AnswerASearchInThePublishedShape) {
  const auto found = json::parse(get("/v1/search?q=ferry+strike").body);
  EXPECT_EQ(found["query"]["understood"], "ferry AND strike");
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["relation"], "eq");
  EXPECT_EQ(found["limit"], 10);
  EXPECT_TRUE(found["next"].is_null());
  const auto& result = found["results"].at(0);
  EXPECT_EQ(result["id"], "strike-1");
  EXPECT_EQ(result["highlights"]["title"]["html"], "<mark>Ferry</mark> <mark>strike</mark>");
  EXPECT_EQ(result["highlights"]["title"]["ranges"], json::parse("[[0,5],[6,12]]"));
}

TEST_F(Routes, IndentOnRequest) {
  EXPECT_THAT(get("/v1/search?pretty=1").body, StartsWith("{\n  \"query\""));
  EXPECT_THAT(get("/v1/search").body, StartsWith("{\"query\""));
  EXPECT_THAT(get("/v1/articles/strike-1?pretty=true").body, StartsWith("{\n  \"id\""));
}

TEST_F(Routes, AnswerTheWholeArticle) {
  for (const auto* target : {"/v1/articles?id=strike-1", "/v1/articles/strike-1"}) {
    const auto article = json::parse(get(target).body);
    EXPECT_EQ(article["id"], "strike-1");
    EXPECT_EQ(article["body"], "The ferry is late.\n\nNobody minds.");
    EXPECT_EQ(article["people"], json::parse("[\"Sergey Lavrov\"]"));
    EXPECT_EQ(article["wire_code"], 7);
    EXPECT_TRUE(article["added"].is_string());
  }
  const auto hostile = get("/v1/articles?id=" + percent_encode(hostile_article().id));
  EXPECT_EQ(json::parse(hostile.body)["title"], hostile_article().title);
}

TEST_F(Routes, CountWithFacetsAndOverTime) {
  const auto count = json::parse(get("/v1/count?q=ferry&source=the%20ledger").body);
  EXPECT_EQ(count["total"], 1);
  EXPECT_EQ(count["relation"], "eq");
  EXPECT_EQ(count["query"]["understood"], "ferry");

  const auto facets = json::parse(get("/v1/facets?q=ferry&facets=person,date&person=Lavrov,%20Sergei").body);
  EXPECT_EQ(facets["total"], 1);
  EXPECT_EQ(facets["facets"]["person"]["distinct"], 3);
  EXPECT_EQ(facets["facets"]["person"]["exact"], true);
  const json lavrov{{"value", "Sergey Lavrov"}, {"count", 1}, {"selected", true}};
  EXPECT_THAT(facets["facets"]["person"]["values"], testing::Contains(lavrov));

  const auto timeline = json::parse(get("/v1/timeline?q=ferry&interval=year").body);
  EXPECT_EQ(timeline["interval"], "year");
  EXPECT_EQ(timeline["values"], (json{{{"from", "2021-01-01"}, {"to", "2021-12-31"}, {"count", 1}}}));
  EXPECT_EQ(timeline["missing"], 1);

  const auto search = json::parse(get("/v1/search?q=ferry&facets=source").body);
  EXPECT_EQ(search["facets"]["source"]["distinct"], 2);
  EXPECT_EQ(get("/v1/facets?q=ferry").status, 400);
  EXPECT_EQ(get("/v1/count?q=ferry&facet=person").status, 400);
}

}  // namespace
}  // namespace morgue
