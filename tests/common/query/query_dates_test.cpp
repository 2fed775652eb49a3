// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/query/query_dates.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace morgue {
namespace {

using namespace std::chrono;

constexpr Day thursday = year{2021} / 7 / 15;

std::optional<DateReading> read(std::string_view name, std::string_view written, Day today = thursday) {
  return read_date(*field_named(name), written, today);
}

struct DateRow {
  std::string_view name, written, first, last;
};

std::string shown(const std::optional<Day>& day) { return day ? to_iso(*day) : ""; }

TEST(QueryDates, ReadEveryNotation) {
  for (const auto& [name, written, first, last] : {
           DateRow{"date", "2021", "2021-01-01", "2021-12-31"},
           {"date", "2021-07", "2021-07-01", "2021-07-31"},
           {"date", "2021-07-15", "2021-07-15", "2021-07-15"},
           {"date", "20210715", "2021-07-15", "2021-07-15"},
           {"date", "Today", "2021-07-15", "2021-07-15"},
           {"date", "yesterday", "2021-07-14", "2021-07-14"},
           {"date", "2021-03..2021-06", "2021-03-01", "2021-06-30"},
           {"date", "2021-03..today", "2021-03-01", "2021-07-15"},
           {"date", "..2020", "", "2020-12-31"},
           {"date", "2020..", "2020-01-01", ""},
           {"date", "..", "", ""},
           {"date", ">=2021-03-05", "2021-03-05", ""},
           {"date", ">2021-03-05", "2021-03-06", ""},
           {"date", ">2021", "2022-01-01", ""},
           {"date", "<=2021-03", "", "2021-03-31"},
           {"date", "<2021-03", "", "2021-02-28"},
           {"date", "[2021-03 TO 2021-06]", "2021-03-01", "2021-06-30"},
           {"date", "{2021-03 TO 2021-06}", "2021-04-01", "2021-05-31"},
           {"date", "[2021-03 to 2021-06}", "2021-03-01", "2021-05-31"},
           {"date", "[* TO 2021]", "", "2021-12-31"},
           {"after", "2021-07", "2021-07-01", ""},
           {"before", "2021-07", "", "2021-06-30"},
           {"last", "1d", "2021-07-15", "2021-07-15"},
           {"last", "7d", "2021-07-09", "2021-07-15"},
           {"last", "2w", "2021-07-02", "2021-07-15"},
           {"last", "1m", "2021-06-16", "2021-07-15"},
           {"last", "1y", "2020-07-16", "2021-07-15"},
           {"last", "9999y", "0001-01-01", "2021-07-15"},
           {"added", "2021", "2021-01-01", "2021-12-31"},
       }) {
    const auto reading = read(name, written);
    ASSERT_TRUE(reading && reading->span) << written;
    EXPECT_EQ(shown(reading->span->first), first) << name << ":" << written;
    EXPECT_EQ(shown(reading->span->last), last) << name << ":" << written;
    EXPECT_FALSE(reading->turned_round) << written;
  }
}

TEST(QueryDates, CountBackFromTheEndOfAShortMonth) {
  EXPECT_EQ(shown(read("last", "1m", year{2021} / 3 / 31)->span->first), "2021-03-01");
  EXPECT_EQ(shown(read("last", "1y", year{2020} / 2 / 29)->span->first), "2019-03-01");
}

TEST(QueryDates, AskForTheUndated) {
  EXPECT_EQ(read("date", "none"), DateReading{});
  EXPECT_FALSE(read("added", "none"));
}

TEST(QueryDates, CountHoursBackFromNow) {
  constexpr std::int64_t now = 1'626'350'400;  // 2021-07-15T12:00:00Z
  const auto last = [&](std::string_view written) {
    return read_date(*field_named("last"), written, thursday, now);
  };
  EXPECT_EQ(last("24h"), (DateReading{{}, now - 24 * 3600}));
  EXPECT_EQ(since_text(*last("24h")->since), ">=2021-07-14T12:00:00Z");
  EXPECT_EQ(read("date", since_text(*last("1h")->since)), last("1h"));
  EXPECT_EQ(read("after", "2021-07-15T11:00:00Z"), last("1h"));
  EXPECT_FALSE(read("date", "<2021-07-15T11:00:00Z"));
  EXPECT_FALSE(read("before", "2021-07-15T11:00:00Z"));
  const auto ages_ago = read_date(*field_named("last"), "9999h", thursday, -62'135'596'000);
  EXPECT_EQ(since_text(*ages_ago->since), ">=0001-01-01T00:00:00Z");
}

TEST(QueryDates, AreTurnedRoundWhenReversed) {
  const auto reading = read("date", "2021-06..2021-03");
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->turned_round);
  EXPECT_EQ(date_text(reading->span), "2021-03..2021-06");
  EXPECT_EQ(date_text(read("date", "{2021-06 TO 2021-03]")->span), "2021-03..2021-05");
  EXPECT_FALSE(read("date", "2021..2021-06")->turned_round);
}

TEST(QueryDates, RefuseWhatIsNone) {
  for (const auto* written : {"soon", "2021-13", "2021-02-30", "15.7.2021", "2021...2022", ">=", "<soon",
                              "[2021]", "[2021 TO soon]", "2021-07-15T10:00", "99999"})
    EXPECT_FALSE(read("date", written)) << written;
  for (const auto* written :
       {"7", "d", "0d", "-1d", "7days", "0h", "10000h", "24hours", "10000d", "99999999999d"})
    EXPECT_FALSE(read("last", written)) << written;
  EXPECT_FALSE(read("after", "2021..2022"));
}

TEST(QueryDates, AreWrittenAsShortAsTheyCanBe) {
  for (const auto* text :
       {"none", "..", "2021", "2021-07", "2021-07-15", "2019..2020", "2021-03..2021-06", "2021-01..2021-06",
        "2021-01-01..2021-06-29", "2021-03..", "..2020", "..2021-03-05"})
    EXPECT_EQ(date_text(read("date", text)->span), text);
  EXPECT_EQ(date_text(read("date", "2020-12-01..2021-01-31")->span), "2020-12..2021-01");
}

TEST(QueryDates, WithoutADayBetweenAreWrittenSo) {
  for (const auto* text :
       {"{2021 TO 2022}", "{2021-07-15 TO 2021-07-15}", ">9999", "<0001", "{2021 TO 2021}"}) {
    const auto span = read("date", text)->span;
    ASSERT_TRUE(span->first && span->last) << text;
    EXPECT_EQ(*span->first - *span->last, days{1}) << text;
    EXPECT_EQ(read("date", date_text(span))->span, span) << text;
  }
}

RC_GTEST_PROP(QueryDates, ComeBackFromTheirText, ()) {
  const auto a = thursday + days{*rc::gen::inRange(-300'000, 300'000)};
  const auto b = a + days{*rc::gen::inRange(-1, 2000)};
  const DaySpan span{a, b};
  for (const auto& each : {span, DaySpan{a, {}}, DaySpan{{}, b}}) {
    const auto reading = read("date", date_text(each));
    RC_ASSERT(reading.has_value());
    RC_ASSERT(reading->span == each);
  }
}

}  // namespace
}  // namespace morgue
