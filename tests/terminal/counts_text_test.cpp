// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/counts_text.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

Timeline two_months() {
  const auto span = [](const char* text, std::uint64_t articles) {
    const auto days = *parse_day_span(text);
    return TimelineSpan{*days.first, *days.last, articles};
  };
  return {.interval = Interval::month, .spans = {span("2020-01", 12), span("2020-02", 0)}, .missing = 3};
}

TEST(CountsText, IsALineForEachSpanAndValue) {
  EXPECT_EQ(timeline_text(two_months()),
            "       12  2020-01\n"
            "        0  2020-02\n"
            "        3  (undated)\n");
  SearchResults results;
  results.facets = {{.field = Field::tag,
                     .values = {{"fog", 1'234'567'890, true}, {"se\na", 1, false}},
                     .distinct = 9,
                     .missing = 2}};
  results.timeline = two_months();
  EXPECT_EQ(facets_text(results),
            "tag (9)\n"
            "1234567890  fog (selected)\n"
            "        1  se a\n"
            "        2  (none)\n"
            "\n"
            "date\n" +
                timeline_text(two_months()));
}

}  // namespace
}  // namespace morgue
