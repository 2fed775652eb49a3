// SPDX-License-Identifier: GPL-3.0-or-later
// Days and moments: std::chrono's calendar for days, ICU for the zones other than UTC. Knows nothing of
// articles.
#include "common/timestamp.h"

#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/tztrans.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "common/error.h"

namespace morgue {
namespace {

constexpr std::int64_t seconds_a_day = 24 * 60 * 60;

Day day_of_seconds(std::int64_t seconds) {
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}
std::int64_t midnight_utc(Day day) { return day.time_since_epoch().count() * seconds_a_day; }

/// Takes a text apart from its beginning.
class TimestampReader {
 public:
  explicit TimestampReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool take_any_of(std::string_view signs) {
    if (rest_.empty() || signs.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// A number of exactly so many digits, between these bounds.
  std::optional<int> number(std::size_t digits, int least, int most) {
    if (rest_.size() < digits) return std::nullopt;
    const auto text = rest_.substr(0, digits);
    if (!std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    int value = 0;
    for (const char digit : text) value = value * 10 + (digit - '0');
    if (value < least || value > most) return std::nullopt;
    rest_.remove_prefix(digits);
    return value;
  }

  /// How many digits were passed over.
  std::size_t skip_digits() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_digit);
    const auto count = static_cast<std::size_t>(end - rest_.begin());
    rest_.remove_prefix(count);
    return count;
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  std::string_view rest_;
};

/// "2021-07-15" or "20210715".
std::optional<Day> take_day(TimestampReader& reader) {
  const auto year = reader.number(4, 1, 9999);
  if (!year) return std::nullopt;
  const bool dashes = reader.take_any_of("-");
  const auto month = reader.number(2, 1, 12);
  if (!month || (dashes && !reader.take_any_of("-"))) return std::nullopt;
  const auto day = reader.number(2, 1, 31);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date};
}

/// "10:30", "10:30:00", "10:30:00.123", "103000": seconds since midnight.
std::optional<std::int64_t> take_time(TimestampReader& reader) {
  const auto hour = reader.number(2, 0, 23);
  if (!hour) return std::nullopt;
  const bool colons = reader.take_any_of(":");
  const auto minute = reader.number(2, 0, 59);
  if (!minute) return std::nullopt;
  int second = 0;
  const bool more = colons && reader.take_any_of(":");
  if (const auto given = reader.number(2, 0, 60); given && (more || !colons)) {
    second = *given;
    if (reader.take_any_of(".,") && reader.skip_digits() == 0) return std::nullopt;
  } else if (given || more) {
    return std::nullopt;
  }
  return *hour * 3600 + *minute * 60 + second;
}

/// "", "Z", "+03:00", "+0300" or "+03": seconds east of UTC.
std::optional<std::int64_t> take_zone(TimestampReader& reader) {
  if (reader.at_end() || reader.take_any_of("Zz")) return 0;
  const bool west = reader.take_any_of("-");
  if (!west && !reader.take_any_of("+")) return std::nullopt;
  const auto hours = reader.number(2, 0, 23);
  if (!hours) return std::nullopt;
  int minutes = 0;
  if (!reader.at_end()) {
    reader.take_any_of(":");
    const auto given = reader.number(2, 0, 59);
    if (!given) return std::nullopt;
    minutes = *given;
  }
  const std::int64_t east = *hours * 3600 + minutes * 60;
  return west ? -east : east;
}

bool has_a_year_of_four_digits(std::int64_t seconds) {
  using namespace std::chrono;
  return seconds >= midnight_utc(sys_days{1y / January / 1}) &&
         seconds < midnight_utc(sys_days{10000y / January / 1});
}

std::string padded(std::int64_t value, std::size_t width) {
  const auto digits = std::to_string(value);
  return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

DaySpan one_day(Day day) { return {day, day}; }

DaySpan days_of(std::chrono::year_month month) {
  return {std::chrono::sys_days{month / 1}, std::chrono::sys_days{month / std::chrono::last}};
}

DaySpan days_of(std::chrono::year year) {
  return {std::chrono::sys_days{year / std::chrono::January / 1},
          std::chrono::sys_days{year / std::chrono::December / 31}};
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  TimestampReader reader(text);
  const auto day = take_day(reader);
  if (!day) return std::nullopt;
  if (reader.at_end()) return Timestamp{midnight_utc(*day), true};
  if (!reader.take_any_of("Tt ")) return std::nullopt;
  const auto time = take_time(reader);
  if (!time) return std::nullopt;
  const auto east = take_zone(reader);
  if (!east || !reader.at_end()) return std::nullopt;
  const std::int64_t seconds = midnight_utc(*day) + *time - *east;
  if (!has_a_year_of_four_digits(seconds)) return std::nullopt;
  return Timestamp{seconds, false};
}

std::string to_iso(Day day) {
  const std::chrono::year_month_day date{day};
  return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) +
         "-" + padded(static_cast<unsigned>(date.day()), 2);
}

std::string to_iso(Timestamp moment) {
  const Day day = day_of_seconds(moment.seconds);
  if (moment.whole_day) return to_iso(day);
  const std::int64_t time = moment.seconds - midnight_utc(day);
  return to_iso(day) + "T" + padded(time / 3600, 2) + ":" + padded(time / 60 % 60, 2) + ":" +
         padded(time % 60, 2) + "Z";
}

std::optional<DaySpan> parse_day_span(std::string_view text) {
  TimestampReader whole(text);
  if (const auto day = take_day(whole); day && whole.at_end()) return one_day(*day);
  TimestampReader reader(text);
  const auto year = reader.number(4, 1, 9999);
  if (!year) return std::nullopt;
  if (reader.at_end()) return days_of(std::chrono::year{*year});
  if (!reader.take_any_of("-")) return std::nullopt;
  const auto month = reader.number(2, 1, 12);
  if (!month || !reader.at_end()) return std::nullopt;
  return days_of(std::chrono::year{*year} / *month);
}

std::int64_t seconds_since_1970(std::chrono::system_clock::time_point moment) {
  return std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count();
}

struct TimeZone::Icu {
  std::unique_ptr<icu::BasicTimeZone> zone;
};

namespace {

/// The name under which ICU keeps the zone and its aliases; "UTC" for UTC's; "" for an unknown one.
std::string canonical_name(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UBool is_known = false;
  icu::UnicodeString canonical;
  icu::TimeZone::getCanonicalID(icu::UnicodeString::fromUTF8(name), canonical, is_known, status);
  if (U_FAILURE(status) || !is_known) return {};
  std::string result;
  canonical.toUTF8String(result);
  return result == "Etc/UTC" || result == "Etc/GMT" ? "UTC" : result;
}

std::unique_ptr<icu::BasicTimeZone> icu_zone(const std::string& name) {
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  auto* basic = dynamic_cast<icu::BasicTimeZone*>(zone.get());
  if (basic == nullptr)
    throw Error(ErrorKind::storage, "the time zone data cannot be read: " + name, "is ICU's data installed?");
  (void)zone.release();
  return std::unique_ptr<icu::BasicTimeZone>(basic);
}

UDate to_icu(std::int64_t seconds) { return static_cast<UDate>(seconds) * 1000; }
std::int64_t from_icu(UDate milliseconds) { return static_cast<std::int64_t>(milliseconds / 1000); }

}  // namespace

TimeZone::TimeZone(const std::string& name) : name_(name == "UTC" ? name : canonical_name(name)) {
  if (name_.empty())
    throw Error(ErrorKind::usage, "unknown time zone: " + name,
                "use an IANA name such as Europe/Berlin, or UTC");
  if (name_ != "UTC") icu_ = std::make_unique<Icu>(Icu{icu_zone(name_)});
}

TimeZone::~TimeZone() = default;
TimeZone::TimeZone(TimeZone&&) noexcept = default;
TimeZone& TimeZone::operator=(TimeZone&&) noexcept = default;

Day TimeZone::day_of(Timestamp moment) const {
  if (moment.whole_day || !icu_) return day_of_seconds(moment.seconds);
  std::int32_t zone_offset = 0;
  std::int32_t summer_offset = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_->zone->getOffset(to_icu(moment.seconds), false, zone_offset, summer_offset, status);
  return day_of_seconds(moment.seconds + (zone_offset + summer_offset) / 1000);
}

std::int64_t TimeZone::start_of(Day day) const {
  const std::int64_t midnight = midnight_utc(day);
  if (!icu_) return midnight;
  std::int32_t zone_offset = 0;
  std::int32_t summer_offset = 0;
  UErrorCode status = U_ZERO_ERROR;
  icu_->zone->getOffsetFromLocal(to_icu(midnight), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_FORMER, zone_offset,
                                 summer_offset, status);
  const std::int64_t start = midnight - (zone_offset + summer_offset) / 1000;
  // Where the clocks jump over midnight, the day begins with the jump.
  icu::TimeZoneTransition jump;
  if (!icu_->zone->getPreviousTransition(to_icu(start), true, jump)) return start;
  const std::int64_t jumped = from_icu(jump.getTime());
  return day_of({jumped, false}) >= day ? jumped : start;
}

}  // namespace morgue
