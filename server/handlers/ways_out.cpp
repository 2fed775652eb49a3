// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/ways_out.h"

#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "common/search/typed_text.h"
#include "common/text/characters.h"
#include "server/render/narrowed.h"

namespace morgue {
namespace {

/// The query with "~" behind each word; "" where it is more than words.
std::string spelt_nearly(const std::string& query) {
  std::istringstream in(query);
  std::string nearly;
  for (std::string word; in >> word;) {
    if (!has_only_letters(word) || is_operator(word)) return "";
    nearly.append(nearly.empty() ? "" : " ").append(word).append("~");
  }
  return nearly;
}

std::string without_quotation_marks(std::string query) {
  std::erase_if(query, [](char sign) { return sign == '"' || sign == '='; });
  return query;
}

SearchRequest unlimited(SearchRequest request) {
  request.filters.clear();
  request.in.clear();
  request.published = {};
  return request;
}

std::vector<WayOut> candidates(const SearchRequest& request) {
  std::vector<WayOut> ways;
  const auto add = [&](std::string text, const SearchRequest& other) {
    if (other != request) ways.push_back({std::move(text), other});
  };
  add("Search all dates", within(request, {}));
  const bool is_dated = request.published != DaySpan();
  auto other = unlimited(request);
  other.published = request.published;
  add(is_dated ? "Search without the other limits" : "Search without the limits above", other);
  if (is_dated && other != request) add("Search everything, at any date", unlimited(request));
  other = request;
  other.query = without_quotation_marks(request.query);
  add("Search without quotation marks", other);
  other.match = MatchMode::any;
  if (request.query.find(' ') != std::string::npos) add("Search for any of the words", other);
  other = request;
  other.query = spelt_nearly(request.query);
  if (!other.query.empty()) add("Search for words spelt nearly like " + request.query, other);
  return ways;
}

std::vector<WayOut> those_that_find(std::vector<WayOut> ways, Searcher& searcher) {
  for (auto& way : ways) way.articles = searcher.count(way.request).total;
  std::erase_if(ways, [](const WayOut& way) { return way.articles == 0; });
  return ways;
}

}  // namespace

std::vector<WayOut> ways_out(const SearchRequest& request, Searcher& searcher) {
  const auto all = from_first_page(request);
  auto ways = those_that_find(candidates(all), searcher);
  if (!ways.empty() || unlimited(all) == all) return ways;
  ways = those_that_find(candidates(unlimited(all)), searcher);
  for (auto& way : ways) way.text += ", without the limits";
  return ways;
}

}  // namespace morgue
