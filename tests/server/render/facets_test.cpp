// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/facets.h"

#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace morgue {
namespace {

SearchRequest asking_on_page_two(std::string query) {
  auto request = asking(std::move(query));
  request.offset = 10;
  return request;
}

SearchResults with_facet(Field field, std::vector<FacetValue> values, std::uint64_t distinct) {
  SearchResults results;
  results.facets = {{field, std::move(values), distinct, 0}};
  return results;
}

TEST(Facets, TakeUpAndLeaveOutAValue) {
  const auto views =
      facet_views(with_facet(Field::source, {{"A&B", 1412, false}}, 1), asking_on_page_two("ferry"));
  ASSERT_EQ(views.size(), 1u);
  EXPECT_EQ(views[0]["name"], "source");
  EXPECT_EQ(views[0]["label"], "Sources");
  const auto& value = views[0]["values"][0];
  EXPECT_EQ(value["value"], "A&B");
  EXPECT_EQ(value["articles"], "1,412");
  EXPECT_EQ(value["url"], "/search?q=ferry&source=A%26B");
  EXPECT_EQ(value["without_url"], "/search?q=ferry&-source=A%26B");
}

TEST(Facets, AddAValueToThoseThatAreOn) {
  auto request = asking_on_page_two("ferry");
  request.filters = {{Field::source, {"A"}, {}}};
  const auto views = facet_views(with_facet(Field::source, {{"A", 3, true}, {"B", 2, false}}, 2), request);
  EXPECT_EQ(views[0]["values"][0]["selected"], true);
  EXPECT_EQ(views[0]["values"][0]["url"], "/search?q=ferry");
  EXPECT_EQ(views[0]["values"][0]["without_url"], "");
  EXPECT_EQ(views[0]["values"][1]["url"], "/search?q=ferry&source=A&source=B");
}

TEST(Facets, TakeOffAValueInWhateverFormItWasGiven) {
  auto request = asking_on_page_two("ferry");
  request.filters = {{Field::person, {"lavrov, sergei"}, {"ANN Ferry"}}};
  const auto views = facet_views(
      with_facet(Field::person, {{"Sergey Lavrov", 3, true}, {"Ann Ferry", 2, false}}, 2), request);
  EXPECT_EQ(views[0]["values"][0]["url"], "/search?q=ferry&-person=ANN%20Ferry");
  EXPECT_EQ(views[0]["values"][1]["left_out"], true);
  EXPECT_EQ(views[0]["values"][1]["url"], "/search?q=ferry&person=lavrov,%20sergei");
}

TEST(Facets, LeadToMoreValuesOnce) {
  const auto results = with_facet(Field::tag, {{"Fog", 2, false}}, 11);
  auto request = asking_on_page_two("ferry");
  EXPECT_EQ(facet_views(results, request)[0]["more_url"],
            "/search?q=ferry&offset=10&facet_size=50#facet-tag");
  request.facet_size = 50;
  EXPECT_EQ(facet_views(results, request)[0]["more_url"], "");
  EXPECT_EQ(
      facet_views(with_facet(Field::tag, {{"Fog", 2, false}}, 10), asking_on_page_two("x"))[0]["more_url"],
      "");
}

TEST(Facets, AreNotShownWithoutValues) {
  EXPECT_EQ(facet_views(with_facet(Field::tag, {}, 0), asking_on_page_two("ferry")), View::array());
}

}  // namespace
}  // namespace morgue
