// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/dates.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "common/search/intervals.h"

namespace morgue {
namespace {

constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::string month_in_words(const std::chrono::year_month_day& date) {
  return months.at(static_cast<unsigned>(date.month()) - 1);
}

bool is_whole(const DaySpan& span, Interval interval) {
  return first_day(*span.first, interval) == *span.first && last_day(*span.first, interval) == *span.last;
}

}  // namespace

std::string in_words(Timestamp moment) {
  const std::chrono::sys_seconds second{std::chrono::seconds(moment.seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(second);
  if (moment.whole_day) return in_words(day);
  const std::chrono::hh_mm_ss time(second - day);
  std::array<char, 32> clock{};
  std::snprintf(clock.data(), clock.size(), ", %02d:%02d UTC", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()));
  return in_words(day) + clock.data();
}

std::string in_words(Day day) { return in_words(day, Interval::day); }

std::string in_words(Day day, Interval interval) {
  const std::chrono::year_month_day date(day);
  auto text = std::to_string(static_cast<int>(date.year()));
  if (interval == Interval::year) return text;
  text = month_in_words(date) + " " + text;
  if (interval == Interval::month) return text;
  return std::to_string(static_cast<unsigned>(date.day())) + " " + text;
}

std::string in_words(const DaySpan& span) {
  if (!span.first && !span.last) return "";
  if (!span.first) return "until " + in_words(*span.last);
  if (!span.last) return "since " + in_words(*span.first);
  for (const auto interval : {Interval::year, Interval::month, Interval::day})
    if (is_whole(span, interval)) return in_words(*span.first, interval);
  return in_words(*span.first) + " – " + in_words(*span.last);
}

}  // namespace morgue
