// SPDX-License-Identifier: GPL-3.0-or-later
// Days and moments: what is read as one, how it is written, and whose days are meant.
#include "common/timestamp.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/error.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

std::string read_and_written(std::string_view text) {
  const auto moment = parse_timestamp(text);
  return moment ? to_iso(*moment) : "none";
}

TEST(Timestamp, ReadsIso8601) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"2021-07-15", "2021-07-15"},
      {"20210715", "2021-07-15"},
      {"2024-02-29", "2024-02-29"},
      {"0001-01-01", "0001-01-01"},
      {"9999-12-31", "9999-12-31"},
      {"2021-07-15T10:30", "2021-07-15T10:30:00Z"},
      {"2021-07-15T10:30:59", "2021-07-15T10:30:59Z"},
      {"2021-07-15 10:30:00.123+03:00", "2021-07-15T07:30:00Z"},
      {"2021-07-15T10:30:00,5Z", "2021-07-15T10:30:00Z"},
      {"2021-07-15t10:30:00z", "2021-07-15T10:30:00Z"},
      {"20210715T103000Z", "2021-07-15T10:30:00Z"},
      {"20210715T1030+0530", "2021-07-15T05:00:00Z"},
      {"2021-07-15T10:30-05", "2021-07-15T15:30:00Z"},
      {"2021-01-01T00:30+01:00", "2020-12-31T23:30:00Z"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
      {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(read_and_written(text), expected) << text;
}

TEST(Timestamp, RefusesWhatIsNoDate) {
  for (const auto* text : {"",
                           "2021",
                           "2021-07",
                           "yesterday",
                           "2021-7-15",
                           "2021-13-01",
                           "2021-02-29",
                           "2021-04-31",
                           "2021-00-10",
                           "0000-01-01",
                           "2021-0715",
                           "202107-15",
                           "2021-07-15T",
                           "2021-07-15T10",
                           "2021-07-15T24:00",
                           "2021-07-15T10:60",
                           "2021-07-15T10:30:",
                           "2021-07-15T10:30:61",
                           "2021-07-15T10:30:00.",
                           "2021-07-15T10:30+",
                           "2021-07-15T10:30+3",
                           "2021-07-15T10:30+03:00x",
                           "2021-07-15T10:30 Z",
                           " 2021-07-15",
                           "2021-07-15 ",
                           "15/07/2021",
                           "+2021-07-15",
                           "2021-07-15Z",
                           "0001-01-01T00:00+01:00",
                           "9999-12-31T23:59:59-01:00",
                           "２０２１-07-15"})
    EXPECT_EQ(parse_timestamp(text), std::nullopt) << text;
}

TEST(Timestamp, TellsAWholeDayFromItsMidnight) {
  EXPECT_EQ(parse_timestamp("1970-01-02"), (Timestamp{86400, true}));
  EXPECT_EQ(parse_timestamp("1970-01-02T00:00"), (Timestamp{86400, false}));
}

RC_GTEST_PROP(Timestamp, ComesBackAsTheSameMoment, ()) {
  const auto seconds = *rc::gen::inRange<std::int64_t>(-62135596800, 253402300800);
  const Timestamp moment{seconds, false};
  RC_ASSERT(parse_timestamp(to_iso(moment)) == moment);
}

RC_GTEST_PROP(Timestamp, ComesBackAsTheSameDay, ()) {
  const Day day{std::chrono::days{*rc::gen::inRange(-719162, 2932897)}};
  const DaySpan span{day, day};
  RC_ASSERT(parse_day_span(to_iso(day)) == span);
}

RC_GTEST_PROP(Timestamp, ReadsAnyBytesWithoutHarm, (const std::string& bytes)) {
  parse_timestamp(bytes);
  parse_day_span(bytes);
}

TEST(DaySpan, CoversAYearAMonthOrADay) {
  const std::vector<std::tuple<std::string, Day, Day>> rows{
      {"2021", sys_days{2021y / 1 / 1}, sys_days{2021y / 12 / 31}},
      {"2021-07", sys_days{2021y / 7 / 1}, sys_days{2021y / 7 / 31}},
      {"2024-02", sys_days{2024y / 2 / 1}, sys_days{2024y / 2 / 29}},
      {"2021-07-15", sys_days{2021y / 7 / 15}, sys_days{2021y / 7 / 15}},
      {"20210715", sys_days{2021y / 7 / 15}, sys_days{2021y / 7 / 15}},
  };
  for (const auto& [text, first, last] : rows)
    EXPECT_EQ(parse_day_span(text), (DaySpan{first, last})) << text;
}

TEST(DaySpan, RefusesWhatIsNoDay) {
  for (const auto* text : {"", "21", "202", "2021-", "2021-7", "202107", "2021-13", "2021-02-30",
                           "2021-07-15T10:00", "2021-07-", "0000", "2021 ", "20211"})
    EXPECT_EQ(parse_day_span(text), std::nullopt) << text;
}

std::string day_in(const std::string& zone, std::string_view moment) {
  return to_iso(TimeZone(zone).day_of(parse_timestamp(moment).value()));
}

TEST(TimeZone, SaysWhoseDayAMomentIs) {
  EXPECT_EQ(day_in("UTC", "2021-07-15T22:30Z"), "2021-07-15");
  EXPECT_EQ(day_in("Europe/Berlin", "2021-07-15T21:59:59Z"), "2021-07-15");
  EXPECT_EQ(day_in("Europe/Berlin", "2021-07-15T22:00:00Z"), "2021-07-16");
  EXPECT_EQ(day_in("Europe/Berlin", "2021-01-15T22:30Z"), "2021-01-15");
  EXPECT_EQ(day_in("America/New_York", "2021-07-15T03:59Z"), "2021-07-14");
  EXPECT_EQ(day_in("America/New_York", "1960-01-01T00:00Z"), "1959-12-31");
}

TEST(TimeZone, LeavesAWholeDayItsDay) {
  for (const auto* zone : {"UTC", "Asia/Tokyo", "America/Los_Angeles"})
    EXPECT_EQ(day_in(zone, "2021-07-15"), "2021-07-15");
}

TEST(TimeZone, SaysWhenADayBegins) {
  const std::vector<std::tuple<std::string, Day, std::string>> rows{
      {"UTC", sys_days{2021y / 7 / 15}, "2021-07-15T00:00:00Z"},
      {"Europe/Berlin", sys_days{2021y / 7 / 15}, "2021-07-14T22:00:00Z"},
      {"Europe/Berlin", sys_days{2021y / 3 / 28}, "2021-03-27T23:00:00Z"},
      {"America/St_Johns", sys_days{2006y / 10 / 29},
       "2006-10-29T02:30:00Z"},  // the clocks went back at 00:01
      {"America/Sao_Paulo", sys_days{2018y / 11 / 4}, "2018-11-04T03:00:00Z"},  // there was no midnight
      {"America/Toronto", sys_days{1919y / 3 / 31}, "1919-03-31T04:30:00Z"},    // from 23:30 to 00:30
      {"Pacific/Apia", sys_days{2011y / 12 / 30}, "2011-12-30T10:00:00Z"},      // a day that was left out
  };
  for (const auto& [zone, day, start] : rows)
    EXPECT_EQ(to_iso(Timestamp{TimeZone(zone).start_of(day)}), start) << zone;
}

RC_GTEST_PROP(TimeZone, ADayBeginsWithItsFirstSecond, ()) {
  const TimeZone zone(
      *rc::gen::element<std::string>("UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu"));
  const Day day{std::chrono::days{*rc::gen::inRange(-130000, 30000)}};
  const auto start = zone.start_of(day);
  RC_ASSERT(zone.day_of({start, false}) == day);
  RC_ASSERT(zone.day_of({start - 1, false}) < day);
}

TEST(TimeZone, IsKnownByOneNameForAllItsAliases) {
  for (const auto* alias : {"UTC", "Etc/UTC", "Zulu", "GMT"})
    EXPECT_EQ(TimeZone(alias).name(), "UTC") << alias;
  EXPECT_EQ(TimeZone("Europe/Kyiv").name(), TimeZone("Europe/Kiev").name());
  EXPECT_EQ(TimeZone("Europe/Berlin").name(), "Europe/Berlin");
}

TEST(TimeZone, RefusesAnUnknownName) {
  for (const auto* name :
       {"", "Berlin", "Europe/Berln", "GMT+3", "Etc/Unknown", "Europe/Berlin ", "../../etc/passwd"})
    EXPECT_THROW(TimeZone zone(name), Error) << name;
}

TEST(TimeZone, CanBeMoved) {
  TimeZone zone("Asia/Tokyo");
  zone = TimeZone("Europe/Berlin");
  EXPECT_EQ(zone.name(), "Europe/Berlin");
  EXPECT_EQ(to_iso(zone.day_of(parse_timestamp("2021-07-15T22:30Z").value())), "2021-07-16");
}

TEST(SecondsSince1970, RoundsDownBefore1970Too) {
  EXPECT_EQ(seconds_since_1970(std::chrono::system_clock::time_point{1500ms}), 1);
  EXPECT_EQ(seconds_since_1970(std::chrono::system_clock::time_point{-500ms}), -1);
}

}  // namespace
}  // namespace morgue
