// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the answer of a search into JSON, key by key in the published order. Knows nothing of sockets or the
// terminal.
#include "common/wire/results_json.h"

#include <algorithm>
#include <cmath>

#include "common/text/fold.h"
#include "common/wire/article_keys.h"
#include "common/wire/facets_json.h"
#include "common/wire/json_list.h"
#include "common/wire/marked_pieces.h"
#include "common/wire/search_url.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double number, double to_parts) { return std::round(number * to_parts) / to_parts; }

std::string html_escaped(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char sign : text) {
    switch (sign) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += sign;
    }
  }
  return html;
}

void put_highlight(Json& json, const Highlight& highlight) {
  json["text"] = highlight.text;
  json["html"] = marked_html(highlight);
  auto& ranges = json["ranges"] = Json::array();
  for (const auto& [begin, end] : highlight.ranges) ranges.push_back(Json::array({begin, end}));
}

Json title_json(const Highlight& highlight) {
  Json json;
  put_highlight(json, highlight);
  return json;
}

Json snippet_json(const Highlight& highlight) {
  Json json;
  put_highlight(json, highlight);
  json["start"] = highlight.start;
  return json;
}

Json name_json(const HighlightedName& name) {
  Json json;
  json["index"] = name.index;
  put_highlight(json, name.highlight);
  return json;
}

Json highlights_json(const SearchResult& result) {
  Json json;
  json["title"] = title_json(result.title);
  json["body"] = array_of(result.body, snippet_json);
  json["people"] = array_of(result.people, name_json);
  return json;
}

Json why_json(const Why& why) {
  Json json;
  json["people"] = why.people;
  json["words"] = why.words;
  json["overlap"] = rounded(why.overlap, 100);
  return json;
}

Json page_url(SearchRequest request, std::size_t offset, std::size_t limit, const std::string& cursor = {}) {
  request.offset = offset;
  request.limit = limit;
  request.cursor = cursor;
  return "/v1/search?" + to_search_url(request);
}

Json next_page(const SearchResults& results, const SearchRequest& request, std::size_t shown,
               std::size_t limit) {
  const bool counted_to_the_end = results.offset + shown >= results.total;
  const bool maybe_more = results.relation == Relation::gte && shown == results.limit;
  if (limit == 0 || shown == 0 || (counted_to_the_end && !maybe_more)) return nullptr;
  if (!request.cursor.empty() && !results.cursor.empty()) return page_url(request, 0, limit, results.cursor);
  return page_url(request, results.offset + shown, limit);
}

Json previous_page(const SearchResults& results, const SearchRequest& request, std::size_t limit) {
  const auto before = std::min<std::uint64_t>(results.offset, results.total);
  if (limit == 0 || before == 0) return nullptr;
  return page_url(request, before - std::min<std::uint64_t>(before, limit), limit);
}

}  // namespace

std::string marked_html(const Highlight& highlight) {
  std::string html;
  for (const auto& piece : marked_pieces(highlight)) {
    if (piece.marked) html += "<mark>";
    html += html_escaped(piece.text);
    if (piece.marked) html += "</mark>";
  }
  return html;
}

nlohmann::ordered_json query_json(const std::string& text, const std::string& understood,
                                  const std::vector<Warning>& warnings) {
  Json json;
  json["text"] = valid_utf8(text);
  json["understood"] = valid_utf8(understood);
  json["warnings"] = array_of(warnings, [](const Warning& warning) { return to_json(warning); });
  return json;
}

nlohmann::ordered_json export_error_json(const Error& error, const std::string& last_id,
                                         const std::string& cursor) {
  Json json;
  json["code"] = "export_ended";
  json["detail"] = valid_utf8(error.what());
  json["last_id"] = last_id.empty() ? Json(nullptr) : Json(last_id);
  json["cursor"] = cursor.empty() ? Json(nullptr) : Json(cursor);
  json["hint"] = valid_utf8(error.hint());
  return {{"error", json}};
}

nlohmann::ordered_json score_json(double score) { return rounded(score, 10'000); }

const char* relation_name(Relation relation) { return relation == Relation::eq ? "eq" : "gte"; }

nlohmann::ordered_json to_json(const Warning& warning) {
  Json json;
  json["code"] = warning.code;
  json["severity"] = warning.severity == Severity::repair ? "repair" : "notice";
  json["message"] = valid_utf8(warning.message);
  json["start"] = warning.start;
  json["end"] = warning.end;
  json["suggestion"] = warning.suggestion.empty() ? Json(nullptr) : Json(valid_utf8(warning.suggestion));
  return json;
}

nlohmann::ordered_json to_json(const SearchResult& result, const SearchRequest& request) {
  auto json = chosen_keys(result.article, request.return_keys);
  json["score"] = score_json(result.score);
  json["highlights"] = highlights_json(result);
  if (result.why) json["why"] = why_json(*result.why);
  return json;
}

nlohmann::ordered_json envelope_json(const SearchResults& results, const SearchRequest& request,
                                     std::size_t shown) {
  // The terminal may ask for larger pages than the URLs of the server may name.
  const auto limit = std::min(results.limit, most_results_a_page);
  Json json;
  json["query"] = query_json(results.text, results.understood, results.warnings);
  json["total"] = results.total;
  json["relation"] = relation_name(results.relation);
  json["offset"] = results.offset;
  json["limit"] = results.limit;
  json["next"] = next_page(results, request, shown, limit);
  json["previous"] = previous_page(results, request, limit);
  json["cursor"] = results.cursor.empty() ? Json(nullptr) : Json(results.cursor);
  json["generation"] = results.generation;
  json["took_ms"] = rounded(results.took_ms, 100);
  if (!request.facets.empty()) json["facets"] = facets_json(results);
  json["results"] = Json::array();
  return json;
}

nlohmann::ordered_json to_json(const SearchResults& results, const SearchRequest& request) {
  auto json = envelope_json(results, request, results.results.size());
  for (const auto& result : results.results) json["results"].push_back(to_json(result, request));
  return json;
}

std::string to_text(const nlohmann::ordered_json& json, bool pretty) {
  return json.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace morgue
