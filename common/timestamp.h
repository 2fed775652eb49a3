// SPDX-License-Identifier: GPL-3.0-or-later
// Days and moments: ISO 8601 both ways, spans of days ("2021-07" is a month), and whose days are meant (time
// zones). Knows nothing of articles.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

using Day = std::chrono::sys_days;

/// A moment in seconds since 1970 UTC, or a whole day (then `seconds` is that day's midnight in UTC).
struct Timestamp {
  std::int64_t seconds = 0;
  bool whole_day = false;
  bool operator==(const Timestamp&) const = default;
};

/// Both ends included; an end that is not there is open.
struct DaySpan {
  std::optional<Day> first;
  std::optional<Day> last;
  bool operator==(const DaySpan&) const = default;
};

/// ISO 8601: "2021-07-15", "20210715", "2021-07-15T10:30", "2021-07-15 10:30:00.123+03:00", "…Z". Years 1 to
/// 9999. A date-time without a zone is UTC; fractions of a second are dropped. nullopt: not such a text or
/// not a day that exists.
std::optional<Timestamp> parse_timestamp(std::string_view text);

/// "2021-07-15" for a whole day, else "2021-07-15T07:30:00Z".
std::string to_iso(Timestamp);
std::string to_iso(Day);

/// "2021", "2021-07", "2021-07-15" or "20210715" as the days it covers. nullopt: not such a text, or no such
/// day.
std::optional<DaySpan> parse_day_span(std::string_view text);

std::int64_t seconds_since_1970(std::chrono::system_clock::time_point);

/// Whose days are meant. Cheap for UTC. Not thread-safe: one per thread. Throws Error(usage) for an unknown
/// IANA name.
class TimeZone {
 public:
  explicit TimeZone(const std::string& name = "UTC");
  ~TimeZone();
  TimeZone(TimeZone&&) noexcept;
  TimeZone& operator=(TimeZone&&) noexcept;

  const std::string& name() const { return name_; }
  /// A whole day is that day in every zone.
  Day day_of(Timestamp) const;
  /// The first second of the day in this zone, in seconds since 1970 UTC.
  std::int64_t start_of(Day) const;

 private:
  struct Icu;
  std::string name_;
  std::unique_ptr<Icu> icu_;  // empty for UTC
};

}  // namespace morgue
