// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/intervals.h"

#include <chrono>

namespace morgue {

Day first_day(Day day, Interval interval) {
  const std::chrono::year_month_day date(day);
  switch (interval) {
    case Interval::year: return Day(date.year() / std::chrono::January / 1);
    case Interval::month: return Day(date.year() / date.month() / 1);
    case Interval::day: break;
  }
  return day;
}

Day last_day(Day day, Interval interval) {
  const std::chrono::year_month_day date(day);
  switch (interval) {
    case Interval::year: return Day(date.year() / std::chrono::December / 31);
    case Interval::month: return Day(date.year() / date.month() / std::chrono::last);
    case Interval::day: break;
  }
  return day;
}

}  // namespace morgue
