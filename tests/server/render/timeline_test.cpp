// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/timeline.h"

#include <gtest/gtest.h>

#include <numeric>

#include "common/search/intervals.h"

namespace morgue {
namespace {

Day day(const char* text) { return *parse_day_span(text)->first; }

DaySpan days(const char* first, const char* last) {
  return {parse_day_span(first)->first, parse_day_span(last)->last};
}

/// So many spans from this one on, the first with one article, the next with two and so on.
Timeline counted(const char* first, Interval interval, std::uint64_t spans) {
  Timeline timeline{.interval = interval, .spans = {}, .missing = 0};
  auto at = first_day(day(first), interval);
  for (std::uint64_t i = 1; i <= spans; ++i) {
    timeline.spans.push_back({at, last_day(at, interval), i});
    at = timeline.spans.back().last + std::chrono::days(1);
  }
  return timeline;
}

std::uint64_t articles_in(const Timeline& timeline) {
  return std::accumulate(timeline.spans.begin(), timeline.spans.end(), std::uint64_t{0},
                         [](auto sum, const auto& span) { return sum + span.articles; });
}

TEST(Timeline, IsInDaysUpToTwoMonths) {
  EXPECT_EQ(interval_within({}), Interval::month);
  EXPECT_EQ(interval_within({day("2021"), std::nullopt}), Interval::month);
  EXPECT_EQ(interval_within(days("2021", "2021")), Interval::month);
  EXPECT_EQ(interval_within(days("2021-07", "2021-08")), Interval::day);
  EXPECT_EQ(interval_within(days("2021-07-01", "2021-09-01")), Interval::month);
}

TEST(Timeline, AddsUpToLongerSpansWhereThereAreTooMany) {
  const auto months = counted("2019-11", Interval::month, 24);
  EXPECT_EQ(drawn(months, {}, 24).spans, months.spans);
  const auto years = drawn(months, {}, 23);
  EXPECT_EQ(years.interval, Interval::year);
  EXPECT_EQ(years.spans, (std::vector<TimelineSpan>{{day("2019-01-01"), day("2019-12-31"), 1 + 2},
                                                    {day("2020-01-01"), day("2020-12-31"), 102},
                                                    {day("2021-01-01"), day("2021-12-31"), 195}}));
  EXPECT_EQ(articles_in(years), articles_in(months));
  EXPECT_EQ(drawn(counted("2016-01-01", Interval::day, 1000), {}, 5).interval, Interval::year);
  EXPECT_EQ(drawn(counted("1900", Interval::year, 100), {}, 5).spans.size(), 100u);
}

TEST(Timeline, ReachesFromTheFirstDayAskedForToTheLast) {
  const auto timeline = drawn(counted("2021-03", Interval::month, 2), days("2021", "2021"), 62);
  ASSERT_EQ(timeline.spans.size(), 12u);
  EXPECT_EQ(timeline.spans.front(), (TimelineSpan{day("2021-01-01"), day("2021-01-31"), 0}));
  EXPECT_EQ(timeline.spans[2].articles, 1u);
  EXPECT_EQ(timeline.spans.back(), (TimelineSpan{day("2021-12-01"), day("2021-12-31"), 0}));
  EXPECT_EQ(drawn(counted("2021-03", Interval::month, 2), days("1900", "2021"), 62).spans.size(), 2u);
}

TEST(Timeline, ShowsWholeYearsAndMonthsWhereNoDaysAreAskedFor) {
  const auto months = drawn(counted("2021-03", Interval::month, 1), {}, 62);
  ASSERT_EQ(months.spans.size(), 12u);
  EXPECT_EQ(months.spans[2].articles, 1u);
  EXPECT_EQ(drawn(counted("2020-02-10", Interval::day, 3), {}, 62).spans.size(), 29u);
  EXPECT_EQ(drawn(counted("2020-11", Interval::month, 2), {day("2020-10"), std::nullopt}, 62).spans.size(),
            3u);
  EXPECT_EQ(drawn(counted("2020", Interval::year, 1), {}, 62).spans.size(), 1u);
}

TEST(Timeline, IsCutAtTheDaysAskedFor) {
  const auto timeline = drawn(counted("2021-03", Interval::month, 3), days("2021-03-15", "2021-05-20"), 62);
  EXPECT_EQ(timeline.spans.front().first, day("2021-03-15"));
  EXPECT_EQ(timeline.spans.front().last, day("2021-03-31"));
  EXPECT_EQ(timeline.spans.back().last, day("2021-05-20"));
}

TEST(Timeline, LeadsDownAndUp) {
  SearchRequest request;
  request.query = "ferry";
  request.published = days("2021-07", "2021-07");
  request.interval = Interval::day;
  request.offset = 10;
  const auto view = timeline_view(counted("2021-07-14", Interval::day, 2), request, 62);
  EXPECT_EQ(view["steps"],
            (View::array({{{"label", "All dates"}, {"url", "/search?q=ferry"}},
                          {{"label", "2021"}, {"url", "/search?q=ferry&from=2021-01-01&to=2021-12-31"}}})));
  EXPECT_EQ(view["now"], "July 2021");
  ASSERT_EQ(view["bars"].size(), 31u);
  EXPECT_EQ(view["bars"][13]["url"], "/search?q=ferry&from=2021-07-14&to=2021-07-14");
  EXPECT_EQ(view["bars"][13]["said"], "14 July 2021: 1 article");
  EXPECT_EQ(view["bars"][0]["url"], "");
}

TEST(Timeline, HasABarOfTheMostAndSeesTheLeast) {
  auto timeline = counted("2021", Interval::year, 3);
  timeline.spans[1].articles = 0;
  timeline.spans[2].articles = 5000;
  timeline.missing = 2;
  const auto view = timeline_view(timeline, {}, 62);
  EXPECT_EQ(view["bars"][0]["height"], "2");
  EXPECT_EQ(view["bars"][1]["height"], "0");
  EXPECT_EQ(view["bars"][2]["height"], "100");
  EXPECT_EQ(view["bars"][2]["y"], "0");
  EXPECT_EQ(view["width"], "30");
  EXPECT_EQ(view["undated"], "2 articles");
  EXPECT_EQ(timeline_view({}, {}, 62), View(false));
}

}  // namespace
}  // namespace morgue
