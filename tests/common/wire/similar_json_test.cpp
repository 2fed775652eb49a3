// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/similar_json.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(SimilarJson, SaysWhyAndHasPagesOfItsOwn) {
  SearchRequest request;
  request.offset = 10;
  request.limit = 5;
  request.filters = {{Field::source, {"Echo"}, {}}};
  SearchResults results;
  results.offset = 10;
  results.limit = 5;
  results.total = 15;
  results.relation = Relation::gte;
  results.results.emplace_back();
  results.results.back().why = Why{{"Sergey Lavrov"}, {"troops"}, 0.123};
  const auto json = similar_json(results, request, "a b", true);
  EXPECT_EQ(json["next"], "/v1/similar?id=a%20b&copies=1&source=Echo&offset=15&limit=5");
  EXPECT_EQ(json["previous"], "/v1/similar?id=a%20b&copies=1&source=Echo&offset=5&limit=5");
  EXPECT_EQ(json["results"][0]["why"].dump(),
            R"({"people":["Sergey Lavrov"],"words":["troops"],"overlap":0.12})");
  results.relation = Relation::eq;
  request.offset = 0;
  const auto last = similar_json(results, request, "x", false);
  EXPECT_EQ(last["next"], nullptr);
  EXPECT_EQ(last["previous"], nullptr);
}

}  // namespace
}  // namespace morgue
