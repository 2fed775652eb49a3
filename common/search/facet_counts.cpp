// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/facet_counts.h"

#include <algorithm>
#include <utility>

#include "common/article/analysed_article.h"
#include "common/index/facet_values.h"
#include "common/index/schema.h"

namespace morgue {
namespace {

constexpr std::size_t most_spans = 10'000;  // with empty ones: 27 years of days

bool is_facet(const SearchRequest& request, Field field) {
  return std::ranges::find(request.facets, field) != request.facets.end();
}

Day first_day(Day day, Interval interval) {
  const std::chrono::year_month_day date(day);
  switch (interval) {
    case Interval::year: return Day(date.year() / std::chrono::January / 1);
    case Interval::month: return Day(date.year() / date.month() / 1);
    case Interval::day: break;
  }
  return day;
}

Day next_first_day(Day first, Interval interval) {
  const std::chrono::year_month_day date(first);
  switch (interval) {
    case Interval::year: return Day((date.year() + std::chrono::years(1)) / std::chrono::January / 1);
    case Interval::month: return Day((date.year() / date.month() + std::chrono::months(1)) / 1);
    case Interval::day: break;
  }
  return first + std::chrono::days(1);
}

std::vector<std::string> by_frequency(const std::map<std::string, std::uint64_t>& forms) {
  std::vector<std::pair<std::string, std::uint64_t>> counted(forms.begin(), forms.end());
  std::ranges::stable_sort(counted, [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> ordered;
  for (auto& form : counted) ordered.push_back(std::move(form.first));
  return ordered;
}

const std::string& most_frequent(const std::map<std::string, std::uint64_t>& forms) {
  return std::ranges::max_element(forms, {}, [](const auto& form) { return form.second; })->first;
}

}  // namespace

SearchRequest without_facet_filters(SearchRequest request) {
  std::erase_if(request.filters, [&](const ValueFilter& filter) { return is_facet(request, filter.field); });
  return request;
}

ValueCounts::ValueCounts(Field field, const SearchRequest& request) : field_(field), has_wanted_(false) {
  for (const auto& filter : request.filters) {
    if (filter.field != field) continue;
    for (const auto& value : filter.wanted) values_[place_of(value)].wanted = true;
    for (const auto& value : filter.unwanted) values_[place_of(value)].unwanted = true;
    has_wanted_ = has_wanted_ || !filter.wanted.empty();
  }
}

std::size_t ValueCounts::place_of(std::string_view written) {
  const auto [form, is_new_form] = of_form_.try_emplace(std::string(written), 0);
  if (!is_new_form) return form->second;
  const auto [key, is_new_key] = of_key_.try_emplace(compared_value(field_, written), values_.size());
  if (is_new_key) values_.push_back({.key = key->first, .articles = 0, .forms = {}});
  return form->second = key->second;
}

bool ValueCounts::read(const Xapian::Document& document) {
  read_.clear();
  const std::string bytes = document.get_value(schema::facet_slot(field_));
  bool passes = !has_wanted_;
  for (const auto written : from_facet_values(bytes)) {
    const std::size_t place = place_of(written);
    passes = passes || values_[place].wanted;
    read_.emplace_back(place, written);
  }
  return passes &&
         std::ranges::none_of(read_, [&](const auto& value) { return values_[value.first].unwanted; });
}

void ValueCounts::count() {
  if (read_.empty()) ++missing_;
  for (auto& [place, written] : read_) {
    ++values_[place].articles;
    ++values_[place].forms[std::move(written)];
  }
  read_.clear();
}

std::vector<std::string> ValueCounts::joined_forms(const Value& value) const {
  if (field_ != Field::person || value.forms.size() < 2) return {};
  return by_frequency(value.forms);
}

Facet ValueCounts::facet(std::size_t size) const {
  Facet facet{.field = field_, .values = {}, .distinct = 0, .missing = missing_};
  for (const auto& value : values_)
    if (value.articles > 0)
      facet.values.push_back({most_frequent(value.forms), value.articles, value.wanted, joined_forms(value)});
  facet.distinct = facet.values.size();
  std::ranges::sort(facet.values, [](const FacetValue& a, const FacetValue& b) {
    return a.articles != b.articles ? a.articles > b.articles : a.value < b.value;
  });
  std::size_t place = 0;
  std::erase_if(facet.values, [&](const FacetValue& value) { return place++ >= size && !value.selected; });
  return facet;
}

FacetCounts::FacetCounts(const SearchRequest& request, const TimeZone& zone)
    : zone_(zone), size_(request.facet_size) {
  for (const Field field : request.facets)
    if (field == Field::date) interval_ = request.interval;
    else fields_.emplace_back(field, request);
}

bool FacetCounts::take(const Xapian::Document& document) {
  std::size_t refusing = 0;
  ValueCounts* refused_by = nullptr;
  for (auto& field : fields_)
    if (!field.read(document)) {
      ++refusing;
      refused_by = &field;
    }
  if (refusing == 1) refused_by->count();
  if (refusing > 0) return false;
  for (auto& field : fields_) field.count();
  if (interval_) count_date(document);
  return true;
}

void FacetCounts::count_date(const Xapian::Document& document) {
  const std::string moment = document.get_value(schema::date_slot);
  if (moment.empty()) {
    ++undated_;
    return;
  }
  const Day day = zone_.day_of({.seconds = schema::from_sortable(moment)});
  ++by_first_day_[first_day(day, *interval_)];
}

std::vector<Facet> FacetCounts::facets() const {
  std::vector<Facet> facets;
  for (const auto& field : fields_) facets.push_back(field.facet(size_));
  return facets;
}

std::optional<Timeline> FacetCounts::timeline() const {
  if (!interval_) return std::nullopt;
  Timeline timeline{.interval = *interval_, .spans = {}, .missing = undated_};
  for (const auto& [first, articles] : by_first_day_) {
    if (!timeline.spans.empty())
      for (Day empty = timeline.spans.back().last + std::chrono::days(1);
           empty < first && timeline.spans.size() < most_spans;
           empty = timeline.spans.back().last + std::chrono::days(1))
        timeline.spans.push_back({empty, next_first_day(empty, *interval_) - std::chrono::days(1), 0});
    timeline.spans.push_back({first, next_first_day(first, *interval_) - std::chrono::days(1), articles});
  }
  return timeline;
}

}  // namespace morgue
