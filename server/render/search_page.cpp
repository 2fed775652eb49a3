// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/search_page.h"

#include <algorithm>
#include <cmath>

#include "common/text/characters.h"
#include "common/text/code_points.h"
#include "server/render/html.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::size_t names_shown = 8;  // beside those with a mark

// Results

/// Every marked name, and the first of the others.
View people_view(const SearchResult& result) {
  const auto& names = result.article.people;
  std::vector<const Highlight*> marked(names.size(), nullptr);
  for (const auto& name : result.people)
    if (name.index < marked.size()) marked[name.index] = &name.highlight;
  auto shown = View::array();
  std::size_t unmarked = 0, hidden = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (marked[i]) shown.push_back(highlight_view(*marked[i]));
    else if (++unmarked <= names_shown) shown.push_back(highlight_view({names[i], {}, 0}));
    else ++hidden;
  }
  return {{"shown", shown}, {"more", hidden > 0 ? std::to_string(hidden) : ""}, {"any", !names.empty()}};
}

View result_view(const SearchResult& result, const SearchRequest& request) {
  auto snippets = View::array();
  for (const auto& snippet : result.body)
    if (!snippet.text.empty()) snippets.push_back(snippet_view(snippet, result.article.body));
  return {{"url", article_url(result.article.id, request)},
          {"title", title_view(result.title)},
          {"language", language_of(result.article)},
          {"meta", meta_view(result.article)},
          {"snippets", snippets},
          {"people", people_view(result)}};
}

View result_views(const SearchResults& results, const SearchRequest& request) {
  auto views = View::array();
  for (const auto& result : results.results) views.push_back(result_view(result, request));
  return views;
}

/// "412 articles", "at least 10,000 articles"
std::string count_text(const SearchResults& results) {
  return (results.relation == Relation::gte ? "at least " : "") + with_commas(results.total) +
         (results.total == 1 ? " article" : " articles");
}

std::string time_text(double milliseconds) {
  return milliseconds < 1 ? "under 1 ms"
                          : with_commas(static_cast<std::uint64_t>(std::lround(milliseconds))) + " ms";
}

// Pages

std::string url_at(SearchRequest request, std::uint64_t offset) {
  request.offset = static_cast<std::size_t>(offset);
  return search_url(request);
}

bool has_more(const SearchResults& results) {
  const std::uint64_t shown = results.results.size();
  const bool maybe = results.relation == Relation::gte && shown == results.limit;
  return shown > 0 && (results.offset + shown < results.total || maybe);
}

View pages_view(const SearchResults& results, const SearchRequest& request) {
  if (results.limit == 0) return nullptr;
  const std::uint64_t limit = results.limit, behind = results.offset + results.results.size();
  const auto before = std::min<std::uint64_t>(results.offset, results.total);
  if (before == 0 && !has_more(results)) return nullptr;
  return {
      {"previous", before > 0 ? url_at(request, before - std::min(before, limit)) : ""},
      {"next", has_more(results) ? url_at(request, behind) : ""},
      {"here", results.results.empty() ? "" : with_commas(results.offset + 1) + "–" + with_commas(behind)}};
}

// Remarks on the query

std::string with_suggestion(const Warning& warning, const std::string& query) {
  const auto begin = byte_of(query, warning.start);
  const auto end = std::max(begin, byte_of(query, warning.end));
  return query.substr(0, begin) + warning.suggestion + query.substr(end);
}

View suggestion_view(std::string text, SearchRequest request) {
  request.offset = 0;
  return {{"text", std::move(text)}, {"url", search_url(request)}};
}

View warning_view(const Warning& warning, SearchRequest request) {
  View view{{"message", warning.message}, {"suggestion", nullptr}};
  if (warning.suggestion.empty()) return view;
  request.query = with_suggestion(warning, request.query);
  view["suggestion"] = suggestion_view(request.query, request);
  return view;
}

View warning_views(const SearchResults& results, const SearchRequest& request) {
  auto views = View::array();
  for (const auto& warning : results.warnings) views.push_back(warning_view(warning, request));
  return views;
}

bool was_repaired(const SearchResults& results) {
  return std::any_of(results.warnings.begin(), results.warnings.end(),
                     [](const Warning& warning) { return warning.severity == Severity::repair; });
}

// Nothing found

bool is_one_word(std::string_view query) {
  for (std::size_t i = 0; i < query.size();) {
    const auto kind = class_of(next_character(query, i));
    if (kind != CharacterClass::letter && kind != CharacterClass::mark) return false;
  }
  return query.size() > 2;
}

View ways_out(const SearchRequest& request) {
  auto ways = View::array();
  auto other = request;
  other.published = {};
  if (other != request) ways.push_back(suggestion_view("Search all dates", other));
  other = request;
  other.filters.clear();
  other.in.clear();
  if (other != request) ways.push_back(suggestion_view("Search without the limits above", other));
  other = request;
  other.match = MatchMode::any;
  if (other != request && request.query.find(' ') != std::string::npos)
    ways.push_back(suggestion_view("Search for any of the words", other));
  other = request;
  other.query += "~";
  if (is_one_word(request.query))
    ways.push_back(suggestion_view("Search for words spelt nearly like " + request.query, other));
  return ways;
}

View nothing_view(const SearchResults& results, const SearchRequest& request) {
  if (!results.results.empty() || results.limit == 0) return nullptr;
  View view;
  view["is_past_the_end"] = results.total > 0;
  view["first_page"] = url_at(request, 0);
  view["ways"] = ways_out(request);
  view["is_a_query"] = !request.query.empty();
  view["is_empty_archive"] = request.query.empty() && view["ways"].empty();
  return view;
}

}  // namespace

std::string search_page(const SearchResults& results, const SearchRequest& request) {
  View view;
  view["page_title"] = request.query;
  view["box"] = search_box_view(request);
  view["warnings"] = warning_views(results, request);
  view["has_warnings"] = !results.warnings.empty();
  view["understood"] = was_repaired(results) ? results.understood : "";
  view["count"] = count_text(results);
  view["time"] = time_text(results.took_ms);
  view["results"] = result_views(results, request);
  view["nothing"] = nothing_view(results, request);
  view["pages"] = pages_view(results, request);
  return html_of("templates/search.mustache", view);
}

}  // namespace morgue
