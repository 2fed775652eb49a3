// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/handlers/api.h"

#include <string>
#include <utility>
#include <vector>

#include "common/article/article_json.h"
#include "common/wire/atom_feed.h"
#include "common/wire/explanation_json.h"
#include "common/wire/facets_json.h"
#include "common/wire/results_csv.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
#include "common/wire/similar_json.h"
#include "common/wire/suggestions_json.h"
#include "server/handlers/feeds.h"
#include "server/http/conditional.h"
#include "server/parameters.h"
#include "server/problems.h"
#include "server/replies.h"

namespace morgue {
namespace {

std::string as_json_lines(const SearchResults& results, const SearchRequest& request) {
  std::string lines;
  for (const auto& result : results.results) lines += to_text(to_json(result, request)) + "\n";
  return lines;
}

std::string as_csv(const SearchResults& results, const SearchRequest& request, Formulas formulas) {
  auto rows = csv_header(request);
  auto rank = results.offset;
  for (const auto& result : results.results) rows += csv_result(result, request, ++rank, formulas);
  return rows;
}

/// The counts of an answer without its results.
SearchResults counted(SearchRequest request, Searcher& searcher) {
  request.limit = 0;
  auto results = searcher.search(request);
  refuse_if_cut(results.warnings);
  return results;
}

constexpr const char* hint_for_id = "give the id of an article, as a search answers it";
constexpr std::size_t usual_suggestions = 5;
constexpr std::string_view opensearch_type = "application/x-suggestions+json";

/// By its name: */* is no wish for it.
bool asks_for(const http::Request& request, std::string_view type) {
  const auto accepted = request.header_text("Accept");
  return accepted.find(type) != std::string::npos && http::accepts(accepted, {type});
}

}  // namespace

http::Response answer_search(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::refused, call.parameters);
  const bool pretty = flag_of(given, "pretty");
  const auto formulas = flag_of(given, "raw") ? Formulas::kept : Formulas::disarmed;
  const auto format = value_of(given, "format");
  if (!format.empty()) check_is_one_of("format", format, {"json", "jsonl", "csv", "atom"});
  const auto results = searcher.search(request);
  if (format == "jsonl") return text_reply(json_lines_type, as_json_lines(results, request));
  if (format == "csv") return text_reply(csv_type, as_csv(results, request, formulas));
  if (format == "atom") return text_reply(atom_type, atom_feed(results, request, site_of(call)));
  return json_reply(to_json(results, request), pretty);
}

http::Response answer_explanation(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::refused, call.parameters);
  const bool pretty = flag_of(given, "pretty");
  return json_reply(to_json(searcher.explain(request)), pretty);
}

http::Response answer_count(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  const auto request = to_search_request(given, Unknown::refused, call.parameters);
  const auto count = searcher.count(request);
  refuse_if_cut(count.warnings);
  return json_reply(count_json(request.query, count), flag_of(given, "pretty"));
}

http::Response answer_facets(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  auto request = to_search_request(given, Unknown::refused, call.parameters);
  if (request.facets.empty())
    throw BadParameter::with_hint("facets", "is missing", "name what to count: facets=person,source,date");
  return json_reply(facets_answer_json(counted(std::move(request), searcher)), flag_of(given, "pretty"));
}

http::Response answer_timeline(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  auto request = to_search_request(given, Unknown::refused, call.parameters);
  request.facets = {Field::date};
  return json_reply(timeline_answer_json(counted(std::move(request), searcher)), flag_of(given, "pretty"));
}

http::Response answer_suggestions(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  check_names(given, call.parameters);
  const auto limit = value_of(given, "limit");
  const auto most =
      limit.empty() ? usual_suggestions : number_of("limit", limit, 0, most_suggestions, usual_suggestions);
  const bool pretty = flag_of(given, "pretty");
  const auto suggestions = searcher.suggest(value_of(given, "q"), most);
  const bool for_a_browser = asks_for(call.request, opensearch_type);
  auto response = json_reply(for_a_browser ? to_opensearch_json(suggestions) : to_json(suggestions), pretty);
  if (for_a_browser) response.headers.front().second = opensearch_type;
  response.headers.emplace_back("Vary", "Accept");
  return response;
}

http::Response answer_similar(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  check_names(given, call.parameters);
  const auto request = to_search_request(given, Unknown::ignored);
  const auto id = needed_value_of(given, "id", hint_for_id);
  const bool copies = flag_of(given, "copies"), pretty = flag_of(given, "pretty");
  const auto results = searcher.similar(id, request, copies);
  if (!results) throw NoSuchArticle(id);
  return json_reply(similar_json(*results, request, id, copies), pretty);
}

http::Response answer_article(const Call& call, Searcher& searcher) {
  const auto& given = call.request.parameters;
  check_names(given, call.parameters);
  const bool pretty = flag_of(given, "pretty");
  const auto id = call.rest.empty() ? needed_value_of(given, "id", hint_for_id) : std::string(call.rest);
  const auto article = searcher.article(id);
  if (!article) throw NoSuchArticle(id);
  return json_reply(to_json(*article), pretty);
}

}  // namespace morgue
