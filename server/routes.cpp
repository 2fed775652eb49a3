// SPDX-License-Identifier: GPL-3.0-or-later
// The table of routes, and the door at which errors become answers.
#include "server/routes.h"

#include <string>
#include <variant>
#include <vector>

#include "server/handlers/api.h"
#include "server/handlers/at_once.h"
#include "server/handlers/exports.h"
#include "server/handlers/feeds.h"
#include "server/handlers/pages.h"
#include "server/problems.h"
#include "server/replies.h"

namespace morgue {
namespace {

using AtOnce = std::optional<http::Response> (*)(const Call&);
using FromArchive = http::Response (*)(const Call&, Searcher&);

struct Route {
  std::string_view methods;  // as Allow lists them
  std::string_view path;     // {id} is the whole rest, and not empty
  Audience audience;
  std::variant<AtOnce, FromArchive> handler;
  std::vector<std::string_view> parameters;  // known to it, beside those of a search
};

constexpr std::string_view get = "GET, HEAD";

const std::vector<Route>& routes() {
  static const std::vector<Route> table{
      {get, "/", Audience::people, show_search, {}},
      {get, "/search", Audience::people, show_search, {}},
      {get, "/article", Audience::people, show_article, {"id"}},
      {get, "/feed", Audience::people, show_feed, {}},
      {get, "/opensearch.xml", Audience::people, describe_search, {}},
      {get, "/assets/{name}", Audience::people, give_asset, {}},
      {get, "/healthz", Audience::programs, tell_health, {}},
      {get, "/v1/search", Audience::programs, answer_search, {"pretty", "format", "raw"}},
      {get, "/v1/export", Audience::programs, answer_export, {"format", "raw"}},
      {"POST", "/v1/batch", Audience::programs, answer_batch, {}},
      {get, "/v1/explain", Audience::programs, answer_explanation, {"pretty"}},
      {get, "/v1/count", Audience::programs, answer_count, {"pretty"}},
      {get, "/v1/facets", Audience::programs, answer_facets, {"pretty"}},
      {get, "/v1/timeline", Audience::programs, answer_timeline, {"pretty"}},
      {get, "/v1/suggest", Audience::programs, answer_suggestions, {"q", "limit", "pretty"}},
      {get,
       "/v1/similar",
       Audience::programs,
       answer_similar,
       {"id",      "copies",  "from",     "to",       "person",         "-person", "source",
        "-source", "section", "-section", "tag",      "-tag",           "lang",    "-lang",
        "offset",  "limit",   "fields",   "snippets", "snippet_length", "pretty"}},
      {get, "/v1/articles", Audience::programs, answer_article, {"id", "pretty"}},
      {get, "/v1/articles/{id}", Audience::programs, answer_article, {"pretty"}},
  };
  return table;
}

/// What stands for the {id} of the route's path, "" where it has none; nullopt where the path is another.
std::optional<std::string_view> rest_of(std::string_view path, const Route& route) {
  const auto fixed = route.path.substr(0, route.path.find('{'));
  const bool has_rest = fixed.size() < route.path.size();
  if (!path.starts_with(fixed) || (path.size() > fixed.size()) != has_rest) return std::nullopt;
  return path.substr(fixed.size());
}

struct Found {
  const Route* route;
  std::string_view rest;
};

std::optional<Found> find_route(std::string_view path) {
  for (const auto& route : routes())
    if (const auto rest = rest_of(path, route)) return Found{&route, *rest};
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

Call call(const http::Request& request, const Found& found) {
  return {request, found.rest, found.route->parameters};
}

http::Response not_found(const http::Request& request) {
  const auto audience = request.path.starts_with("/v1/") ? Audience::programs : Audience::people;
  return problem_reply({.status = 404,
                        .code = "no_such_page",
                        .detail = "there is nothing at " + request.path,
                        .hint = "start from the search at /"},
                       audience, request);
}

http::Response not_allowed(const http::Request& request, const Route& route) {
  auto response = problem_reply({.status = 405,
                                 .code = "method_not_allowed",
                                 .detail = request.method + " is not for " + request.path,
                                 .hint = "use " + std::string(route.methods)},
                                route.audience, request);
  response.headers.emplace_back("Allow", route.methods);
  return response;
}

http::Response handled(const http::Request& request, const Found& found, Searcher& searcher) {
  if (const auto* from_archive = std::get_if<FromArchive>(&found.route->handler))
    return (*from_archive)(call(request, found), searcher);
  auto response = std::get<AtOnce>(found.route->handler)(call(request, found));
  return response ? *std::move(response) : not_found(request);
}

std::string told(const std::exception& thrown, const http::Request& request) {
  const auto* error = dynamic_cast<const Error*>(&thrown);
  const auto hint = error && !error->hint().empty() ? " (" + error->hint() + ")" : "";
  return request.method + " " + request.path + ": " + thrown.what() + hint;
}

}  // namespace

std::optional<http::Response> answer_at_once(const http::Request& request) {
  const auto found = find_route(request.path);
  if (!found || !allows(*found->route, request.method)) return std::nullopt;
  const auto* at_once = std::get_if<AtOnce>(&found->route->handler);
  return at_once ? (*at_once)(call(request, *found)) : std::nullopt;
}

http::Response answer(const http::Request& request, Searcher& searcher,
                      const std::function<void(std::string_view what)>& report) {
  const auto found = find_route(request.path);
  if (!found) return not_found(request);
  if (!allows(*found->route, request.method)) return not_allowed(request, *found->route);
  try {
    return handled(request, *found, searcher);
  } catch (const std::exception& thrown) {
    const auto problem = to_problem(thrown);
    if (problem.status >= 500) report(told(thrown, request));
    return problem_reply(problem, found->route->audience, request);
  }
}

}  // namespace morgue
