// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/dates.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

std::optional<Day> first(const char* text) { return parse_day_span(text)->first; }
std::optional<Day> last(const char* text) { return parse_day_span(text)->last; }

TEST(Dates, NameASpanByTheShortestWords) {
  EXPECT_EQ(in_words(*parse_day_span("2021")), "2021");
  EXPECT_EQ(in_words(*parse_day_span("2020-02")), "February 2020");
  EXPECT_EQ(in_words(*parse_day_span("2021-07-05")), "5 July 2021");
  EXPECT_EQ(in_words(DaySpan{first("2021-07-05"), last("2021-08-05")}), "5 July 2021 – 5 August 2021");
  EXPECT_EQ(in_words(DaySpan{first("2020"), last("2021")}), "1 January 2020 – 31 December 2021");
  EXPECT_EQ(in_words(DaySpan{first("2021"), std::nullopt}), "since 1 January 2021");
  EXPECT_EQ(in_words(DaySpan{std::nullopt, last("2021")}), "until 31 December 2021");
  EXPECT_EQ(in_words(DaySpan{}), "");
}

}  // namespace
}  // namespace morgue
