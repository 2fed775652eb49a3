// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/facet_counts.h"

#include <algorithm>
#include <utility>

#include "common/article/analysed_article.h"
#include "common/index/facet_values.h"
#include "common/index/schema.h"
#include "common/search/intervals.h"

namespace morgue {
namespace {

constexpr std::size_t most_spans = 10'000;  // with empty ones: 27 years of days

bool is_facet(const SearchRequest& request, Field field) {
  return std::ranges::find(request.facets, field) != request.facets.end();
}

/// Names come again with every search, and to work out their keys takes longer than to count them.
std::string key_of_person(const std::string& name) {
  constexpr std::size_t most_kept = 100'000;  // some 15 MB for each thread
  thread_local boost::unordered_flat_map<std::string, std::string> kept;
  if (const auto known = kept.find(name); known != kept.end()) return known->second;
  auto key = compared_value(Field::person, name);
  if (kept.size() < most_kept) kept.emplace(name, key);
  return key;
}

std::string key_of_value(Field field, const std::string& value) {
  return field == Field::person ? key_of_person(value) : compared_value(field, value);
}

}  // namespace

SearchRequest without_facet_filters(SearchRequest request) {
  std::erase_if(request.filters, [&](const ValueFilter& filter) { return is_facet(request, filter.field); });
  return request;
}

/// The forms that are compared alike.
struct ValueCounts::Value {
  std::vector<std::size_t> forms;  // places in forms_
  std::uint64_t articles = 0;
};

ValueCounts::ValueCounts(Field field, const SearchRequest& request) : field_(field) {
  for (const auto& filter : request.filters) {
    if (filter.field != field) continue;
    for (const auto& value : filter.wanted) wanted_.insert(compared_value(field, value));
    for (const auto& value : filter.unwanted) unwanted_.insert(compared_value(field, value));
  }
}

std::size_t ValueCounts::place_of(std::string_view written) {
  if (const auto known = of_form_.find(written); known != of_form_.end()) return known->second;
  auto& form = forms_.emplace_back(Form{.written = std::string(written)});
  if (!wanted_.empty() || !unwanted_.empty()) {
    const auto key = key_of_value(field_, form.written);
    form.wanted = wanted_.contains(key);
    form.unwanted = unwanted_.contains(key);
  }
  return of_form_.emplace(form.written, forms_.size() - 1).first->second;
}

bool ValueCounts::read(const Xapian::Document& document) {
  read_.clear();
  if (given_up_ && wanted_.empty() && unwanted_.empty()) return true;
  const std::string bytes = document.get_value(schema::facet_slot(field_));
  for (const auto written : from_facet_values(bytes)) read_.push_back(place_of(written));
  const auto any = [&](bool Form::*which) {
    return std::ranges::any_of(read_, [&](std::size_t place) { return forms_[place].*which; });
  };
  return (wanted_.empty() || any(&Form::wanted)) && !any(&Form::unwanted);
}

void ValueCounts::count() {
  if (given_up_) return;
  if (read_.empty()) ++missing_;
  for (const auto place : read_) ++forms_[place].articles;
  read_.clear();
}

/// Those of the articles that were counted.
std::vector<ValueCounts::Value> ValueCounts::values() const {
  std::vector<Value> values;
  boost::unordered_flat_map<std::string, std::size_t> of_key;
  for (std::size_t place = 0; place < forms_.size(); ++place) {
    if (forms_[place].articles == 0) continue;
    const auto [known, is_new] =
        of_key.try_emplace(key_of_value(field_, forms_[place].written), values.size());
    if (is_new) values.emplace_back();
    auto& value = values[known->second];
    value.forms.push_back(place);
    value.articles += forms_[place].articles;
  }
  return values;
}

const ValueCounts::Form& ValueCounts::most_frequent(const Value& value) const {
  const auto* most = &forms_[value.forms.front()];
  for (const auto place : value.forms)
    if (comes_before(forms_[place], *most)) most = &forms_[place];
  return *most;
}

bool ValueCounts::comes_before(const Form& a, const Form& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.written < b.written;
}

bool ValueCounts::comes_before(const Value& a, const Value& b) const {
  return a.articles != b.articles ? a.articles > b.articles
                                  : most_frequent(a).written < most_frequent(b).written;
}

bool ValueCounts::is_wanted(const Value& value) const { return forms_[value.forms.front()].wanted; }

FacetValue ValueCounts::to_facet_value(const Value& value) const {
  FacetValue made{most_frequent(value).written, value.articles, is_wanted(value)};
  if (field_ != Field::person || value.forms.size() < 2) return made;
  auto forms = value.forms;
  std::ranges::sort(forms, [&](std::size_t a, std::size_t b) { return comes_before(forms_[a], forms_[b]); });
  for (const auto place : forms) made.forms.push_back(forms_[place].written);
  return made;
}

Facet ValueCounts::facet(std::size_t size) const {
  if (given_up_) return {.field = field_, .values = {}, .complete = false};
  auto counted = values();
  const auto in_order = [&](const Value& a, const Value& b) { return comes_before(a, b); };
  const auto shown = counted.begin() + static_cast<std::ptrdiff_t>(std::min(size, counted.size()));
  std::ranges::partial_sort(counted, shown, in_order);
  const auto selected =
      std::partition(shown, counted.end(), [&](const Value& value) { return is_wanted(value); });
  std::ranges::sort(shown, selected, in_order);
  Facet facet{.field = field_, .values = {}, .distinct = counted.size(), .missing = missing_};
  for (auto value = counted.begin(); value != selected; ++value)
    facet.values.push_back(to_facet_value(*value));
  return facet;
}

FacetCounts::FacetCounts(const SearchRequest& request, const TimeZone& zone)
    : zone_(zone), size_(request.facet_size) {
  for (const Field field : request.facets)
    if (field == Field::date) interval_ = request.interval;
    else fields_.emplace_back(field, request);
  if (request.time_for_people.count() > 0)
    people_end_ = std::chrono::steady_clock::now() + request.time_for_people;
}

/// A person is named in one article only, mostly: so many values cost more than all the rest of a search.
void FacetCounts::give_up_people_when_late() {
  constexpr std::uint64_t between_looks = 256;
  if (!people_end_ || ++taken_ % between_looks != 0 || std::chrono::steady_clock::now() < *people_end_)
    return;
  people_end_.reset();
  for (auto& field : fields_)
    if (field.field() == Field::person) field.give_up();
}

bool FacetCounts::take(const Xapian::Document& document) {
  give_up_people_when_late();
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
        timeline.spans.push_back({empty, last_day(empty, *interval_), 0});
    timeline.spans.push_back({first, last_day(first, *interval_), articles});
  }
  return timeline;
}

}  // namespace morgue
