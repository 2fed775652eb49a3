// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/timeline.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "common/search/intervals.h"
#include "server/render/dates.h"
#include "server/render/narrowed.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::chrono::days longest_in_days{62};
constexpr std::uint64_t height = 100, bar_width = 8, bar_step = 10,
                        least_height = 2;  // in the drawing's units

using Spans = std::vector<TimelineSpan>;

// Spans

Spans added_up(const Spans& spans, Interval interval) {
  Spans longer;
  for (const auto& span : spans) {
    if (longer.empty() || longer.back().last < span.first)
      longer.push_back({first_day(span.first, interval), last_day(span.first, interval), 0});
    longer.back().articles += span.articles;
  }
  return longer;
}

Interval longer_than(Interval interval) {
  return interval == Interval::day ? Interval::month : Interval::year;
}

TimelineSpan empty_span(Day day, Interval interval) {
  return {first_day(day, interval), last_day(day, interval), 0};
}

void reach_out(Spans& spans, Interval interval, const DaySpan& asked_for, std::size_t most) {
  const auto first = asked_for.first.value_or(first_day(spans.front().first, longer_than(interval)));
  const auto last = asked_for.last.value_or(last_day(spans.back().first, longer_than(interval)));
  Spans wider = spans;
  while (wider.front().first > first && wider.size() <= most)
    wider.insert(wider.begin(), empty_span(wider.front().first - std::chrono::days(1), interval));
  while (wider.back().last < last && wider.size() <= most)
    wider.push_back(empty_span(wider.back().last + std::chrono::days(1), interval));
  if (wider.size() <= most) spans = std::move(wider);
}

void cut(Spans& spans, const DaySpan& asked_for) {
  if (asked_for.first) spans.front().first = std::max(spans.front().first, *asked_for.first);
  if (asked_for.last) spans.back().last = std::min(spans.back().last, *asked_for.last);
}

// Views

View bar_view(const TimelineSpan& span, Interval interval, const SearchRequest& request,
              std::uint64_t bar_height, std::size_t place) {
  const auto label = in_words(span.first, interval);
  return {{"from", to_iso(span.first)},
          {"to", to_iso(span.last)},
          {"label", label},
          {"articles", with_commas(span.articles)},
          {"said", label + ": " + articles_text(span.articles)},
          {"url", span.articles > 0 ? search_url(within(request, {span.first, span.last})) : ""},
          {"reach_x", std::to_string(place * bar_step)},
          {"x", std::to_string(place * bar_step + (bar_step - bar_width) / 2)},
          {"y", std::to_string(height - bar_height)},
          {"height", std::to_string(bar_height)}};
}

std::uint64_t height_of(std::uint64_t articles, std::uint64_t most_articles) {
  if (articles == 0) return 0;
  return std::max(least_height, articles * height / most_articles);
}

View bar_views(const Timeline& timeline, const SearchRequest& request) {
  const auto most = std::ranges::max_element(timeline.spans, {}, &TimelineSpan::articles)->articles;
  auto views = View::array();
  for (const auto& span : timeline.spans)
    views.push_back(bar_view(span, timeline.interval, request, height_of(span.articles, most), views.size()));
  return views;
}

View step_view(std::string label, const SearchRequest& request) {
  return {{"label", std::move(label)}, {"url", search_url(request)}};
}

/// From all dates down to what the search is within, which leads nowhere.
View steps_view(const SearchRequest& request) {
  const auto& days = request.published;
  auto steps = View::array();
  if (!days.first && !days.last) return steps;
  steps.push_back(step_view("All dates", within(request, {})));
  if (!days.first || !days.last) return steps;
  for (const auto interval : {Interval::year, Interval::month}) {
    const DaySpan whole{first_day(*days.first, interval), last_day(*days.first, interval)};
    if (*days.last <= *whole.last && days != whole)
      steps.push_back(step_view(in_words(whole), within(request, whole)));
  }
  return steps;
}

std::string_view name_of(Interval interval) {
  constexpr std::array<std::string_view, 3> names{"year", "month", "day"};
  return names.at(static_cast<std::size_t>(interval));
}

}  // namespace

Interval interval_within(const DaySpan& days) {
  const bool is_short = days.first && days.last && *days.last - *days.first < longest_in_days;
  return is_short ? Interval::day : Interval::month;
}

Timeline drawn(Timeline timeline, const DaySpan& asked_for, std::size_t most) {
  if (timeline.spans.empty()) return timeline;
  while (timeline.spans.size() > most && timeline.interval != Interval::year) {
    timeline.interval = longer_than(timeline.interval);
    timeline.spans = added_up(timeline.spans, timeline.interval);
  }
  reach_out(timeline.spans, timeline.interval, asked_for, most);
  cut(timeline.spans, asked_for);
  return timeline;
}

View timeline_view(const Timeline& counted, const SearchRequest& request, std::size_t most_bars) {
  const auto timeline = drawn(counted, request.published, most_bars);
  if (timeline.spans.empty()) return false;
  const auto now = in_words(request.published);
  View view;
  view["interval"] = name_of(timeline.interval);
  view["width"] = std::to_string(timeline.spans.size() * bar_step);
  view["full_height"] = std::to_string(height);
  view["bar_width"] = std::to_string(bar_width);
  view["step"] = std::to_string(bar_step);
  view["steps"] = steps_view(request);
  view["now"] = now.empty() ? "All dates" : now;
  view["bars"] = bar_views(timeline, request);
  view["first"] = in_words(timeline.spans.front().first, timeline.interval);
  view["last"] = timeline.spans.size() > 1 ? in_words(timeline.spans.back().first, timeline.interval) : "";
  view["undated"] = timeline.missing > 0 ? articles_text(timeline.missing) : "";
  return view;
}

}  // namespace morgue
