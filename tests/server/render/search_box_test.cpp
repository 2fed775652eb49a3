// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/search_box.h"

#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace morgue {
namespace {

TEST(SearchBox, CarriesWhatItHasNoFieldFor) {
  auto request = asking("ferry");
  request.order = Order::oldest;
  request.match = MatchMode::any;
  request.offset = 30;
  request.limit = 25;
  request.published.first = parse_day_span("2021")->first;
  request.filters = {{Field::source, {"The Ledger"}, {}}, {Field::tag, {}, {"a&b"}}};
  const auto box = search_box_view(request);
  EXPECT_EQ(box["q"], "ferry");
  EXPECT_EQ(box["any"], true);
  EXPECT_EQ(box["from"], "2021-01-01");
  EXPECT_EQ(box["to"], "");
  EXPECT_EQ(box["carried"], (View::array({{{"name", "source"}, {"value", "The Ledger"}},
                                          {{"name", "-tag"}, {"value", "a&b"}},
                                          {{"name", "sort"}, {"value", "oldest"}},
                                          {{"name", "limit"}, {"value", "25"}}})));
}

TEST(SearchBox, HasAChipForEachLimit) {
  auto request = asking("ferry");
  request.filters = {{Field::source, {"A", "B"}, {}}, {Field::person, {}, {"Ann"}}};
  request.published = *parse_day_span("2021-03");
  request.offset = 10;
  const auto box = search_box_view(request);
  EXPECT_EQ(box["chips"],
            (View::array({{{"said", "date"},
                           {"value", "March 2021"},
                           {"out", false},
                           {"url", "/search?q=ferry&-person=Ann&source=A&source=B"}},
                          {{"said", "without person"},
                           {"value", "Ann"},
                           {"out", true},
                           {"url", "/search?q=ferry&from=2021-03-01&to=2021-03-31&source=A&source=B"}},
                          {{"said", "source"},
                           {"value", "A"},
                           {"out", false},
                           {"url", "/search?q=ferry&from=2021-03-01&to=2021-03-31&-person=Ann&source=B"}},
                          {{"said", "source"},
                           {"value", "B"},
                           {"out", false},
                           {"url", "/search?q=ferry&from=2021-03-01&to=2021-03-31&-person=Ann&source=A"}}})));
  EXPECT_EQ(box["unlimited_url"], "/search?q=ferry");
  EXPECT_EQ(search_box_view(asking("ferry"))["chips"], View::array());
}

TEST(SearchBox, OffersEveryOrder) {
  auto request = asking("ferry");
  request.order = Order::oldest;
  request.offset = 10;
  const auto orders = order_views(request);
  ASSERT_EQ(orders.size(), 4u);
  EXPECT_EQ(orders[0]["url"], "/search?q=ferry");
  EXPECT_EQ(orders[1]["url"], "/search?q=ferry&sort=newest");
  EXPECT_EQ(orders[3]["url"], "/search?q=ferry&sort=added");
  for (const auto& order : orders) EXPECT_EQ(order["chosen"], order["label"] == "Oldest");
}

}  // namespace
}  // namespace morgue
