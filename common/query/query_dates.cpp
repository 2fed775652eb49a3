// SPDX-License-Identifier: GPL-3.0-or-later
// The notation of dates in a query, both ways. Knows nothing of what surrounds them.
#include "common/query/query_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text/fold.h"

namespace morgue {
namespace {

using std::chrono::days;
using std::chrono::January;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr Day first_day = std::chrono::year{1} / 1 / 1;
constexpr Day last_day = std::chrono::year{9999} / 12 / 31;

struct End {
  std::optional<DaySpan> date;  // none: open
  bool excluded = false;
};

std::optional<DaySpan> one_date(std::string_view written, Day today) {
  const std::string word = fold_value(written);
  if (word == "today") return DaySpan{today, today};
  if (word == "yesterday") return DaySpan{today - days{1}, today - days{1}};
  return parse_day_span(written);
}

/// nullopt: neither open nor a date.
std::optional<End> one_end(std::string_view written, bool excluded, Day today) {
  if (written.empty() || written == "*") return End{{}, excluded};
  const auto date = one_date(written, today);
  if (!date) return std::nullopt;
  return End{date, excluded};
}

DaySpan within_the_calendar(DaySpan span) {
  if (span.first && *span.first > last_day) return {last_day, last_day - days{1}};
  if (span.last && *span.last < first_day) return {first_day + days{1}, first_day};
  if (span.first && span.last && *span.first > *span.last) span.last = *span.first - days{1};
  return span;
}

DateReading between(End from, End to) {
  const bool reversed = from.date && to.date && from.date->first > to.date->last;
  if (reversed) std::swap(from, to);
  DaySpan span;
  if (from.date) span.first = from.excluded ? *from.date->last + days{1} : *from.date->first;
  if (to.date) span.last = to.excluded ? *to.date->first - days{1} : *to.date->last;
  return {within_the_calendar(span), {}, reversed};
}

std::optional<DateReading> between(std::optional<End> from, std::optional<End> to) {
  if (!from || !to) return std::nullopt;
  return between(*from, *to);
}

std::optional<DateReading> compared(std::string_view written, Day today) {
  struct Sign {
    std::string_view sign;
    bool is_from;
    bool excluded;
  };
  static constexpr std::array signs{Sign{">=", true, false}, Sign{"<=", false, false}, Sign{">", true, true},
                                    Sign{"<", false, true}};
  const auto* found = std::ranges::find_if(signs, [&](auto& row) { return written.starts_with(row.sign); });
  if (found == signs.end()) return std::nullopt;
  const auto date = one_date(written.substr(found->sign.size()), today);
  if (!date) return std::nullopt;
  const End end{date, found->excluded};
  return found->is_from ? between(end, End{}) : between(End{}, end);
}

/// "[a TO b]", "{a TO b}" and their mixtures.
std::optional<DateReading> bracketed(std::string_view written, Day today) {
  if (written.size() < 2 || (written.front() != '[' && written.front() != '{') ||
      (written.back() != ']' && written.back() != '}'))
    return std::nullopt;
  const std::string inside = fold_value(written.substr(1, written.size() - 2));
  const auto to = inside.find(" to ");
  if (to == std::string::npos) return std::nullopt;
  const auto text = std::string_view(inside);
  return between(one_end(text.substr(0, to), written.front() == '{', today),
                 one_end(text.substr(to + 4), written.back() == '}', today));
}

std::optional<DateReading> dotted(std::string_view written, Day today) {
  const auto dots = written.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  return between(one_end(written.substr(0, dots), false, today),
                 one_end(written.substr(dots + 2), false, today));
}

std::optional<DateReading> whole(std::string_view written, Day today) {
  const auto date = one_date(written, today);
  if (!date) return std::nullopt;
  return DateReading{date, {}};
}

/// A day so many months earlier, at the end of a month too short for it.
Day months_before(Day day, int count) {
  const year_month_day today{day};
  const auto earlier = today - months{count};
  return earlier.ok() ? Day{earlier} : Day{earlier.year() / earlier.month() / std::chrono::last};
}

/// The number before this unit.
std::optional<int> count_before(std::string_view written, char unit) {
  constexpr int most = 9999;
  int count = 0;
  const auto* const end = written.data() + written.size();
  const auto number = std::from_chars(written.data(), end, count);
  if (number.ec != std::errc{} || number.ptr + 1 != end || *number.ptr != unit) return std::nullopt;
  return count < 1 || count > most ? std::nullopt : std::optional(count);
}

/// "7d" is today and the six days before; "2w", "3m" and "1y" likewise end today.
std::optional<DateReading> last_so_long(std::string_view written, Day today) {
  const char unit = written.empty() ? '\0' : written.back();
  const auto counted = count_before(written, unit);
  if (!counted) return std::nullopt;
  const int count = *counted;
  std::optional<Day> eve;
  switch (unit) {
    case 'd': eve = today - days{count}; break;
    case 'w': eve = today - days{7 * count}; break;
    case 'm': eve = months_before(today, count); break;
    case 'y': eve = months_before(today, 12 * count); break;
    default: return std::nullopt;
  }
  return DateReading{DaySpan{std::max(*eve + days{1}, first_day), today}, {}};
}

std::int64_t within_the_calendar(std::int64_t moment) {
  const auto seconds_at = [](Day day) { return std::chrono::seconds(day.time_since_epoch()).count(); };
  return std::clamp<std::int64_t>(moment, seconds_at(first_day), seconds_at(last_day + days{1}) - 1);
}

/// "24h" is the moment so many hours ago and whatever is later.
std::optional<DateReading> last_hours(std::string_view written, std::int64_t now) {
  constexpr std::int64_t hour = 3600;
  const auto count = count_before(written, 'h');
  if (!count) return std::nullopt;
  return DateReading{{}, within_the_calendar(now - *count * hour)};
}

/// "2021-07-14T10:00:00Z", from which on.
std::optional<DateReading> since_moment(std::string_view written) {
  const auto moment = parse_timestamp(written);
  if (!moment || moment->whole_day) return std::nullopt;
  return DateReading{{}, moment->seconds};
}

/// How many letters of "2021-07-15" say enough: 4 for a day that begins (or ends) a year, 7 a month.
std::size_t letters_for_first(Day day) {
  const year_month_day date{day};
  if (date.day() != std::chrono::day{1}) return 10;
  return date.month() == January ? 4 : 7;
}
std::size_t letters_for_last(Day day) { return letters_for_first(day + days{1}); }

}  // namespace

std::optional<DateReading> read_date(const FieldName& name, std::string_view written, Day today,
                                     std::int64_t now) {
  if (name.asks == Asks::last) {
    const auto hours = last_hours(written, now);
    return hours ? hours : last_so_long(written, today);
  }
  const bool takes_a_moment = name.asks == Asks::after || written.starts_with(">=");
  const auto moment = written.substr(name.asks == Asks::after ? 0 : std::min<std::size_t>(2, written.size()));
  if (takes_a_moment)
    if (auto reading = since_moment(moment)) return reading;
  if (name.asks != Asks::within) {
    const auto date = one_date(written, today);
    if (!date) return std::nullopt;
    return name.asks == Asks::after ? between(End{date}, End{}) : between(End{}, End{date, true});
  }
  if (name.field == Field::date && fold_value(written) == "none") return DateReading{};
  for (const auto read : {whole, compared, bracketed, dotted})
    if (auto reading = read(written, today)) return reading;
  return std::nullopt;
}

std::string since_text(std::int64_t since) { return ">=" + to_iso(Timestamp{since, false}); }

std::string date_text(const std::optional<DaySpan>& span) {
  if (!span) return "none";
  const auto& [first, last] = *span;
  if (first && last && *first > *last)
    return std::string("{").append(to_iso(*last)) + " TO " + to_iso(*first) + "}";
  const std::size_t letters =
      std::max(first ? letters_for_first(*first) : 0, last ? letters_for_last(*last) : 0);
  const std::string from = first ? to_iso(*first).substr(0, letters) : "";
  const std::string to = last ? to_iso(*last).substr(0, letters) : "";
  return first && from == to ? from : from + ".." + to;
}

}  // namespace morgue
