// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/date_terms.h"

#include <algorithm>

#include "common/index/schema.h"

namespace morgue {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

struct Days {
  Day first;
  Day end;  // one past the last
};

/// The days of the archive, with one to spare at both ends, since a day of the archive's zone may begin in
/// another UTC day.
std::optional<Days> days_of_archive(Field field, const Xapian::Database& database) {
  const auto slot = field == Field::added ? schema::added_slot : schema::date_slot;
  if (database.get_value_freq(slot) == 0) return std::nullopt;
  const auto day = [](const std::string& value) {
    return std::chrono::floor<days>(
        std::chrono::sys_seconds(std::chrono::seconds(schema::from_sortable(value))));
  };
  return Days{day(database.get_value_lower_bound(slot)) - days(1),
              day(database.get_value_upper_bound(slot)) + days(2)};
}

}  // namespace

std::vector<std::string> date_terms(Field field, const DaySpan& span, const Xapian::Database& database) {
  std::vector<std::string> terms;
  const auto archive = days_of_archive(field, database);
  if (!archive) return terms;
  Day day = span.first ? std::max(*span.first, archive->first) : archive->first;
  const Day end = span.last ? std::min(*span.last + days(1), archive->end) : archive->end;
  while (day < end) {
    const year_month_day date(day);
    const Day next_year = date.year() / 12 / last;
    const Day next_month = date.year() / date.month() / last;
    if (date.month() == std::chrono::January && date.day() == std::chrono::day(1) && next_year < end) {
      terms.push_back(schema::year_term(field, date.year()));
      day = next_year + days(1);
    } else if (date.day() == std::chrono::day(1) && next_month < end) {
      terms.push_back(schema::month_term(field, date.year() / date.month()));
      day = next_month + days(1);
    } else {
      terms.push_back(schema::day_term(field, day));
      day += days(1);
    }
  }
  return terms;
}

}  // namespace morgue
