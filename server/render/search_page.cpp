// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/search_page.h"

#include <algorithm>
#include <cmath>

#include "common/wire/search_url.h"
#include "server/render/facets.h"
#include "server/render/help.h"
#include "server/render/html.h"
#include "server/render/narrowed.h"
#include "server/render/remarks.h"
#include "server/render/search_box.h"
#include "server/render/timeline.h"
#include "server/render/views.h"

namespace morgue {
namespace {

constexpr std::size_t names_shown = 8;  // beside those with a mark

// Results

View person_view(const std::string& name, const Highlight& highlight) {
  auto view = highlight_view(highlight);
  view["url"] = coverage_url(name);
  return view;
}

/// Every marked name, and the first of the others.
View people_view(const SearchResult& result) {
  const auto& names = result.article.people;
  std::vector<const Highlight*> marked(names.size(), nullptr);
  for (const auto& name : result.people)
    if (name.index < marked.size()) marked[name.index] = &name.highlight;
  auto shown = View::array();
  std::size_t unmarked = 0, hidden = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (marked[i]) shown.push_back(person_view(names[i], *marked[i]));
    else if (++unmarked <= names_shown) shown.push_back(person_view(names[i], {names[i], {}, 0}));
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
  return (results.relation == Relation::gte ? "at least " : "") + articles_text(results.total);
}

std::string heading_of(const SearchRequest& request) {
  return request.query.empty() ? "The archive" : "Results for " + request.query;
}

std::string time_text(double milliseconds) {
  return milliseconds < 1 ? "under 1 ms"
                          : with_commas(static_cast<std::uint64_t>(std::lround(milliseconds))) + " ms";
}

// Pages

std::string url_at(SearchRequest request, std::uint64_t offset) {
  request.cursor.clear();
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

// Nothing found

View way_views(const std::vector<WayOut>& ways) {
  auto views = View::array();
  for (const auto& way : ways)
    views.push_back(
        {{"text", way.text}, {"url", search_url(way.request)}, {"articles", articles_text(way.articles)}});
  return views;
}

bool asks_for_everything(const SearchRequest& request) {
  return request.query.empty() && request.filters.empty() && request.published == DaySpan();
}

View nothing_view(const SearchResults& results, const SearchRequest& request, const PageExtras& extras) {
  if (!results.results.empty() || results.limit == 0) return false;
  View view;
  view["is_past_the_end"] = results.total > 0;
  view["first_page"] = search_url(from_first_page(request));
  view["ways"] = way_views(extras.ways_out);
  view["has_ways"] = !extras.ways_out.empty();
  view["is_a_query"] = !request.query.empty();
  view["is_empty_archive"] = asks_for_everything(request);
  return view;
}

// The same search elsewhere

std::string elsewhere(std::string path, const SearchRequest& request) {
  const auto parameters = to_search_url(from_first_page(request));
  if (!parameters.empty()) path.append(path.find('?') == std::string::npos ? "?" : "&").append(parameters);
  return path;
}

View elsewhere_view(const SearchRequest& request, bool may_export) {
  auto all = request;
  all.limit = may_export ? SearchRequest().limit : most_results_a_page;
  const std::string rows = may_export ? "/v1/export" : "/v1/search";
  return {{"feed_url", elsewhere("/feed", request)},
          {"json_url", elsewhere("/v1/search", request)},
          {"csv_url", elsewhere(rows + "?format=csv", all)},
          {"json_lines_url", elsewhere(rows + "?format=jsonl", all)}};
}

}  // namespace

std::string search_page(const SearchResults& results, const SearchRequest& request,
                        const PageExtras& extras) {
  View view;
  view["main"] = "results";
  view["page_title"] = page_title_of(request.query);
  view["elsewhere"] = elsewhere_view(request, extras.may_export);
  view["box"] = search_box_view(request);
  view["remarks"] = remarks_view(results, request);
  view["help"] = help_view(results.results.empty() ? extras.example : results.results.front().article);
  view["heading"] = heading_of(request);
  view["count"] = count_text(results);
  view["time"] = time_text(results.took_ms);
  view["orders"] = order_views(request);
  view["timeline"] =
      results.timeline ? timeline_view(*results.timeline, request, extras.most_bars) : View(false);
  view["results"] = result_views(results, request);
  view["nothing"] = nothing_view(results, request, extras);
  view["pages"] = pages_view(results, request);
  view["facets"] = facet_views(results, request);
  view["has_facets"] = !view["facets"].empty();
  return html_of("templates/search.mustache", view);
}

}  // namespace morgue
