// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/counts_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "terminal/results_text.h"

namespace morgue {
namespace {

std::string counted_line(std::uint64_t count, const std::string& what) {
  constexpr std::size_t width = 9;
  const auto digits = std::to_string(count);
  return std::string(width - std::min(width, digits.size()), ' ') + digits + "  " + what + "\n";
}

std::string span_name(const TimelineSpan& span, Interval interval) {
  const auto day = to_iso(span.first);  // 2021-07-15
  if (interval == Interval::year) return day.substr(0, day.size() - 6);
  return interval == Interval::month ? day.substr(0, day.size() - 3) : day;
}

/// " (also Sergei Lavrov)"
std::string forms_text(const FacetValue& value) {
  std::string text;
  for (const auto& form : value.forms)
    if (form != value.value) text += (text.empty() ? " (also " : ", ") + printable(form);
  return text.empty() ? text : text + ")";
}

std::string facet_text(const Facet& facet) {
  std::string text(info(facet.field).name);
  text += " (" + std::to_string(facet.distinct) + ")\n";
  for (const auto& value : facet.values)
    text += counted_line(value.articles,
                         printable(value.value) + forms_text(value) + (value.selected ? " (selected)" : ""));
  if (facet.missing > 0) text += counted_line(facet.missing, "(none)");
  return text;
}

}  // namespace

std::string timeline_text(const Timeline& timeline) {
  std::string text;
  for (const auto& span : timeline.spans)
    text += counted_line(span.articles, span_name(span, timeline.interval));
  if (timeline.missing > 0) text += counted_line(timeline.missing, "(undated)");
  return text;
}

std::string facets_text(const SearchResults& results) {
  std::string text;
  for (const auto& facet : results.facets) text += facet_text(facet) + "\n";
  if (results.timeline) text += "date\n" + timeline_text(*results.timeline) + "\n";
  if (!text.empty()) text.pop_back();
  return text;
}

}  // namespace morgue
