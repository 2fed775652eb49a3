// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/route_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/wire/search_url.h"
#include "server/handlers/api.h"
#include "server/handlers/assets.h"
#include "server/handlers/exports.h"
#include "server/handlers/feeds.h"
#include "server/handlers/pages.h"
#include "server/handlers/standing.h"

namespace morgue {
namespace {

using Kind = ParameterShape::Kind;

constexpr std::string_view html = "text/html", json = "application/json", plain = "text/plain",
                           csv = "text/csv", json_lines = "application/x-ndjson",
                           suggestions = "application/x-suggestions+json", atom = "application/atom+xml";

const ParameterShape pretty{.name = "pretty", .kind = Kind::flag, .choices = {"1", "0", "true", "false"}};
const ParameterShape raw{.name = "raw", .kind = Kind::flag, .choices = {"1", "0", "true", "false"}};
const ParameterShape copies{.name = "copies", .kind = Kind::flag, .choices = {"1", "0", "true", "false"}};
const ParameterShape needed_id{.name = "id", .needed = true};

ParameterShape format(std::vector<std::string_view> names) {
  return {.name = "format", .kind = Kind::choice, .choices = std::move(names)};
}

/// Those of a search that count for similar articles, and their own.
std::vector<ParameterShape> similar_parameters() {
  constexpr std::array<std::string_view, 9> left_out{"q",      "in",     "match",      "sort",    "strict",
                                                     "cursor", "facets", "facet_size", "interval"};
  std::vector<ParameterShape> shapes{needed_id, copies};
  for (const auto& shape : search_parameters())
    if (std::ranges::find(left_out, shape.name) == left_out.end()) shapes.push_back(shape);
  shapes.push_back(pretty);
  return shapes;
}

std::vector<Route> made_routes() {
  using enum Audience;
  using enum AccessLevel;
  using enum Keeping;
  return {
      {.path = "/",
       .audience = people,
       .handler = show_search,
       .access = readers,
       .keeping = by_generation,
       .takes_search = true,
       .types = {html},
       .about = "the search page"},
      {.path = "/search",
       .audience = people,
       .handler = show_search,
       .access = readers,
       .keeping = by_generation,
       .takes_search = true,
       .types = {html},
       .about = "the search page"},
      {.path = "/article",
       .audience = people,
       .handler = show_article,
       .access = readers,
       .keeping = by_generation,
       .takes_search = true,
       .parameters = {needed_id},
       .types = {html},
       .about = "one article to read, the matches of the search marked"},
      {.path = "/feed",
       .audience = people,
       .handler = show_feed,
       .access = readers,
       .keeping = by_generation,
       .takes_search = true,
       .types = {atom},
       .about = "the search as a feed, newest first"},
      {.path = "/opensearch.xml",
       .audience = people,
       .handler = describe_search,
       .access = readers,
       .types = {"application/opensearchdescription+xml"},
       .about = "what a browser needs to add the search"},
      {.path = "/assets/{name}",
       .audience = people,
       .handler = give_asset,
       .access = anyone,
       .about = "what the pages load"},
      {.path = "/v1/search",
       .handler = answer_search,
       .access = readers,
       .keeping = by_generation,
       .takes_search = true,
       .parameters = {format({"json", "jsonl", "csv", "atom"}), raw, pretty},
       .types = {json, json_lines, csv, atom},
       .about = "a page of results",
       .schema = "SearchResults"},
      {.path = "/v1/export",
       .handler = answer_export,
       .takes_search = true,
       .parameters = {format({"jsonl", "csv"}), raw},
       .types = {json_lines, csv},
       .about = "every result, newest first"},
      {.path = "/v1/batch",
       .handler = answer_batch,
       .takes_search = true,
       .types = {json_lines},
       .body_types = {plain, json_lines},
       .body_bytes = 1024 * 1024,
       .about = "a row for each of many queries, a query a line",
       .methods = "POST, OPTIONS"},
      {.path = "/v1/suggest",
       .handler = answer_suggestions,
       .access = readers,
       .keeping = by_generation,
       .parameters = {{.name = "q"},
                      {.name = "limit", .kind = Kind::number, .most = most_suggestions},
                      pretty},
       .types = {json, suggestions},
       .about = "what may be meant by a search that is still being typed",
       .schema = "Suggestions"},
      {.path = "/v1/similar",
       .handler = answer_similar,
       .keeping = by_generation,
       .parameters = similar_parameters(),
       .types = {json},
       .about = "the articles most like one article, and why",
       .schema = "SearchResults"},
      {.path = "/v1/explain",
       .handler = answer_explanation,
       .keeping = by_generation,
       .takes_search = true,
       .parameters = {pretty},
       .types = {json},
       .about = "how a query is understood, and how it would be searched",
       .schema = "Explanation"},
      {.path = "/v1/count",
       .handler = answer_count,
       .keeping = by_generation,
       .takes_search = true,
       .parameters = {pretty},
       .types = {json},
       .about = "how many articles match",
       .schema = "Count"},
      {.path = "/v1/facets",
       .handler = answer_facets,
       .keeping = by_generation,
       .takes_search = true,
       .parameters = {pretty},
       .types = {json},
       .about = "the most frequent values of fields in the articles that match",
       .schema = "Facets"},
      {.path = "/v1/timeline",
       .handler = answer_timeline,
       .keeping = by_generation,
       .takes_search = true,
       .parameters = {pretty},
       .types = {json},
       .about = "how many articles match in each year, month or day",
       .schema = "Timeline"},
      {.path = "/v1/articles",
       .handler = answer_article,
       .keeping = by_generation,
       .parameters = {needed_id, pretty},
       .types = {json},
       .about = "one article, whole",
       .schema = "Article"},
      {.path = "/v1/articles/{id}",
       .handler = answer_article,
       .keeping = by_generation,
       .parameters = {pretty},
       .types = {json},
       .about = "one article, whole, where its id needs no escaping",
       .schema = "Article"},
      {.path = "/healthz",
       .handler = tell_health,
       .access = anyone,
       .types = {plain},
       .about = "\"ok\", as long as requests are answered at all"},
      {.path = "/readyz",
       .handler = tell_readiness,
       .access = anyone,
       .types = {plain},
       .about = "\"ready\" when the archive can be read, else a 503"},
      {.path = "/metrics",
       .handler = tell_metrics,
       .types = {plain},
       .about = "counters and durations for Prometheus"},
      {.path = "/v1/stats",
       .handler = tell_numbers,
       .parameters = {pretty},
       .types = {json},
       .about = "what the server holds and does at the moment",
       .schema = "Stats"},
      {.path = "/openapi.json",
       .handler = describe_api,
       .access = anyone,
       .types = {json},
       .about = "this document",
       .schema = "OpenApi"},
  };
}

/// What stands for the {id} of the route's path, "" where it has none; nullopt where the path is another.
std::optional<std::string_view> rest_of(std::string_view path, const Route& route) {
  const auto fixed = route.path.substr(0, route.path.find('{'));
  const bool has_rest = fixed.size() < route.path.size();
  if (!path.starts_with(fixed) || (path.size() > fixed.size()) != has_rest) return std::nullopt;
  return path.substr(fixed.size());
}

}  // namespace

const std::vector<Route>& routes() {
  static const std::vector<Route> table = made_routes();
  return table;
}

std::optional<FoundRoute> find_route(std::string_view path) {
  for (const auto& route : routes())
    if (const auto rest = rest_of(path, route)) return FoundRoute{&route, *rest};
  return std::nullopt;
}

bool allows(const Route& route, std::string_view method) {
  for (std::size_t begin = 0; begin < route.methods.size();) {
    const auto end = std::min(route.methods.find(", ", begin), route.methods.size());
    if (route.methods.substr(begin, end - begin) == method) return true;
    begin = end + 2;
  }
  return false;
}

}  // namespace morgue
