// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/ways_out.h"

#include <string>
#include <string_view>
#include <utility>

#include "common/text/characters.h"
#include "server/render/narrowed.h"

namespace morgue {
namespace {

bool is_one_word(std::string_view query) {
  for (std::size_t i = 0; i < query.size();) {
    const auto kind = class_of(next_character(query, i));
    if (kind != CharacterClass::letter && kind != CharacterClass::mark) return false;
  }
  return query.size() > 2;
}

std::string without_quotation_marks(std::string query) {
  std::erase_if(query, [](char sign) { return sign == '"' || sign == '='; });
  return query;
}

std::vector<WayOut> candidates(const SearchRequest& request) {
  std::vector<WayOut> ways;
  const auto add = [&](std::string text, const SearchRequest& other) {
    if (other != request) ways.push_back({std::move(text), other});
  };
  add("Search all dates", within(request, {}));
  auto other = request;
  other.filters.clear();
  other.in.clear();
  add("Search without the limits above", other);
  const bool has_both = other != request && request.published != DaySpan();
  other.published = {};
  if (has_both) add("Search everything, at any date", other);
  other = request;
  other.query = without_quotation_marks(request.query);
  add("Search without quotation marks", other);
  other.match = MatchMode::any;
  if (request.query.find(' ') != std::string::npos) add("Search for any of the words", other);
  other = request;
  other.query += "~";
  if (is_one_word(request.query)) add("Search for words spelt nearly like " + request.query, other);
  return ways;
}

}  // namespace

std::vector<WayOut> ways_out(const SearchRequest& request, Searcher& searcher) {
  auto ways = candidates(from_first_page(request));
  for (auto& way : ways) way.articles = searcher.count(way.request).total;
  std::erase_if(ways, [](const WayOut& way) { return way.articles == 0; });
  return ways;
}

}  // namespace morgue
