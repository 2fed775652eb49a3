// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/suggestions_json.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

const Suggestions lavrov{
    "lav",
    {{"Sergey Lavrov", 57, {"Sergey Lavrov", "Lavrov, Sergei"}}, {"Ann \"Lav\" Å", 1, {"Ann \"Lav\" Å"}}},
    {{"id/1", "Lavrov & co", "2021-07-15"}, {"id2", "Undated", ""}},
    {{"lavrov", 60}, {"new york", std::nullopt}}};

TEST(SuggestionsJson, TellsPeopleTitlesAndWords) {
  EXPECT_EQ(
      to_json(lavrov).dump(),
      R"({"q":"lav","people":[{"value":"Sergey Lavrov","count":57,"forms":["Sergey Lavrov","Lavrov, Sergei"]},)"
      R"({"value":"Ann \"Lav\" Å","count":1,"forms":["Ann \"Lav\" Å"]}],)"
      R"("titles":[{"id":"id/1","title":"Lavrov & co","published":"2021-07-15"},)"
      R"({"id":"id2","title":"Undated","published":null}],)"
      R"("words":[{"value":"lavrov","count":60},{"value":"new york","count":null}]})");
  EXPECT_EQ(to_json(Suggestions{}).dump(), R"({"q":"","people":[],"titles":[],"words":[]})");
}

TEST(SuggestionsJson, IsFourColumnsForABrowser) {
  const auto json = to_opensearch_json(lavrov);
  ASSERT_EQ(json.size(), 4u);
  EXPECT_EQ(json[0], "lav");
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(json[i].size(), 6u);
  EXPECT_EQ(json[1][0], "Sergey Lavrov");
  EXPECT_EQ(json[2][0], "57 articles");
  EXPECT_EQ(json[2][1], "1 article");
  EXPECT_EQ(json[3][0], "/search?person=Sergey%20Lavrov");
  EXPECT_EQ(json[3][2], "/search?q=lavrov");
  EXPECT_EQ(json[1][4], "Lavrov & co");
  EXPECT_EQ(json[3][4], "/article?id=id%2F1");
}

}  // namespace
}  // namespace morgue
