// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/kept_counts.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

SearchRequest asking(std::string source) {
  SearchRequest request;
  request.query = "ferry";
  request.facets = {Field::tag};
  request.filters = {{Field::source, {std::move(source)}, {}}};
  return request;
}

Counts counts(std::uint64_t distinct, bool complete = true) {
  return {.facets = {{.field = Field::tag, .values = {}, .distinct = distinct, .complete = complete}},
          .timeline = std::nullopt};
}

TEST(KeptCounts, AreTheSameForEveryPageAndOrder) {
  KeptCounts kept;
  EXPECT_EQ(kept.find("g:1", "ferry", asking("A")), nullptr);
  kept.keep("ferry", asking("A"), counts(7));
  auto other = asking("A");
  other.offset = 10;
  other.order = Order::oldest;
  other.snippets = 0;
  other.cursor = "x";
  ASSERT_NE(kept.find("g:1", "ferry", other), nullptr);
  EXPECT_EQ(kept.find("g:1", "ferry", other)->facets[0].distinct, 7u);
}

TEST(KeptCounts, AreOfOneSearchInOneGeneration) {
  KeptCounts kept;
  kept.find("g:1", "ferry", asking("A"));
  kept.keep("ferry", asking("A"), counts(7));
  EXPECT_EQ(kept.find("g:1", "fog", asking("A")), nullptr);
  EXPECT_EQ(kept.find("g:1", "ferry", asking("B")), nullptr);
  auto other = asking("A");
  other.facet_size = 50;
  EXPECT_EQ(kept.find("g:1", "ferry", other), nullptr);
  other = asking("A");
  other.published = *parse_day_span("2021");
  EXPECT_EQ(kept.find("g:1", "ferry", other), nullptr);
  EXPECT_NE(kept.find("g:1", "ferry", asking("A")), nullptr);
  EXPECT_EQ(kept.find("g:2", "ferry", asking("A")), nullptr);
  EXPECT_EQ(kept.find("g:1", "ferry", asking("A")), nullptr);
}

TEST(KeptCounts, AreNotKeptWhereSomethingWasGivenUp) {
  KeptCounts kept;
  kept.find("g:1", "ferry", asking("A"));
  kept.keep("ferry", asking("A"), counts(7, false));
  EXPECT_EQ(kept.find("g:1", "ferry", asking("A")), nullptr);
}

TEST(KeptCounts, AreForgottenWhenTheyWereNotUsedForLongest) {
  KeptCounts kept;
  kept.find("g:1", "", asking("0"));
  for (int i = 0; i < 60; ++i) {
    kept.keep("", asking(std::to_string(i)), counts(1));
    kept.find("g:1", "", asking("0"));
  }
  EXPECT_NE(kept.find("g:1", "", asking("0")), nullptr);
  EXPECT_EQ(kept.find("g:1", "", asking("1")), nullptr);
  EXPECT_NE(kept.find("g:1", "", asking("59")), nullptr);
}

}  // namespace
}  // namespace morgue
