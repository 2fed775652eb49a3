// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/narrowed.h"

#include <algorithm>
#include <utility>

#include "common/article/analysed_article.h"

namespace morgue {
namespace {

ValueFilter& filter_of(SearchRequest& request, Field field) {
  const auto known = std::ranges::find(request.filters, field, &ValueFilter::field);
  return known != request.filters.end() ? *known : request.filters.emplace_back(ValueFilter{field, {}, {}});
}

/// Whether it is the value, as the index compares them.
auto is_value(Field field, const std::string& value) {
  return [field, key = compared_value(field, value)](const std::string& other) {
    return compared_value(field, other) == key;
  };
}

bool is_empty(const ValueFilter& filter) { return filter.wanted.empty() && filter.unwanted.empty(); }

}  // namespace

SearchRequest from_first_page(SearchRequest request) {
  request.offset = 0;
  request.cursor.clear();
  return request;
}

SearchRequest within(SearchRequest request, const DaySpan& days) {
  request = from_first_page(std::move(request));
  request.published = days;
  request.interval = SearchRequest().interval;
  return request;
}

SearchRequest with_value(SearchRequest request, Field field, const std::string& value) {
  request = whatever_value(std::move(request), field, value);
  filter_of(request, field).wanted.push_back(value);
  return request;
}

SearchRequest without_value(SearchRequest request, Field field, const std::string& value) {
  request = whatever_value(std::move(request), field, value);
  filter_of(request, field).unwanted.push_back(value);
  return request;
}

SearchRequest whatever_value(SearchRequest request, Field field, const std::string& value) {
  request = from_first_page(std::move(request));
  const auto is_it = is_value(field, value);
  for (auto& filter : request.filters) {
    if (filter.field != field) continue;
    std::erase_if(filter.wanted, is_it);
    std::erase_if(filter.unwanted, is_it);
  }
  std::erase_if(request.filters, is_empty);
  return request;
}

bool is_unwanted(const SearchRequest& request, Field field, const std::string& value) {
  const auto is_it = is_value(field, value);
  return std::ranges::any_of(request.filters, [&](const ValueFilter& filter) {
    return filter.field == field && std::ranges::any_of(filter.unwanted, is_it);
  });
}

}  // namespace morgue
