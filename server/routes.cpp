// SPDX-License-Identifier: GPL-3.0-or-later
// From a request to its route, and the door at which errors become answers.
#include "server/routes.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/options/program_options.h"
#include "common/wire/search_url.h"
#include "server/http/conditional.h"
#include "server/http/gzip.h"
#include "server/metrics.h"
#include "server/problems.h"
#include "server/replies.h"
#include "server/route_table.h"

namespace morgue {
namespace {

Call call(const http::Request& request, const FoundRoute& found, const Surroundings& server) {
  return {request, found.rest, names_of(found.route->parameters), server};
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

http::Response options_of(std::string_view methods) {
  return {.status = 204, .headers = {{"Allow", std::string(methods)}}};
}

/// Whether the parameter format chooses among the types of the route's answers, and not the Accept header.
bool is_by_format(const Route& route) {
  const auto names = names_of(route.parameters);
  return std::ranges::find(names, "format") != names.end();
}

/// A format that was asked for by name settles what the answer is, whatever the Accept header says.
bool is_acceptable(const http::Request& request, const Route& route) {
  const auto accept = request.header_text("Accept");
  if (!is_by_format(route)) return http::accepts(accept, route.types);
  for (const auto& [name, value] : request.parameters)
    if (name == "format" && !value.empty()) return true;
  return http::accepts(accept, {route.types.front()});
}

http::Response not_acceptable(const http::Request& request, const Route& route) {
  return problem_reply({.status = 406,
                        .code = "not_acceptable",
                        .detail = "what is answered here is none of what the Accept header allows",
                        .hint = "accept " + listed(route.types)},
                       route.audience, request);
}

/// The same as long as the archive and what is asked of it are the same; "" where an answer is not to be
/// kept.
std::string tag_of(const http::Request& request, const Route& route, Searcher& searcher) {
  if (route.keeping == Keeping::no_store) return "";
  std::string resolved;
  if (route.takes_search)
    resolved = searcher.resolved(to_search_request(request.parameters, Unknown::ignored));
  const bool is_negotiated = route.types.size() > 1 && !is_by_format(route);
  return http::weak_tag({version(), searcher.generation(), request.target, resolved,
                         is_negotiated ? request.header_text("Accept") : ""});
}

void keep(http::Response& response, const std::string& tag) {
  if (response.status != 200 || response.header("Cache-Control")) return;
  if (tag.empty()) {
    response.headers.emplace_back("Cache-Control", "no-store");
  } else {
    response.headers.emplace_back("ETag", tag);
    response.headers.emplace_back("Cache-Control", "no-cache");
  }
}

http::Response handled(const http::Request& request, const FoundRoute& found, Searcher& searcher,
                       const Surroundings& server) {
  const auto* from_archive = std::get_if<FromArchive>(&found.route->handler);
  if (!from_archive) {
    auto response = std::get<AtOnce>(found.route->handler)(call(request, found, server));
    return response ? *std::move(response) : not_found(request);
  }
  const auto tag = tag_of(request, *found.route, searcher);
  if (!tag.empty() && http::names_tag(request.header_text("If-None-Match"), tag))
    return {.status = 304,
            .headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}, {"Vary", "Accept-Encoding"}}};
  auto response = (*from_archive)(call(request, found, server), searcher);
  http::begin_stream(response);
  keep(response, searcher.phases().was_cut ? "" : tag);
  return response;
}

std::string told(const std::exception& thrown, const http::Request& request) {
  const auto* error = dynamic_cast<const Error*>(&thrown);
  const auto hint = error && !error->hint().empty() ? " (" + error->hint() + ")" : "";
  return request.method + " " + request.path + ": " + thrown.what() + hint;
}

http::Response problem_of(const std::exception& thrown, const http::Request& request, Audience audience,
                          const Report& report) {
  const auto problem = to_problem(thrown);
  if (problem.status >= 500) report(told(thrown, request));
  return problem_reply(problem, audience, request);
}

http::Response from_worker(const http::Request& request, Searcher& searcher, const Report& report,
                           const Surroundings& server) {
  const auto found = find_route(request.path);
  if (!found) return not_found(request);
  if (!allows(*found->route, request.method)) return not_allowed(request, *found->route);
  if (!is_acceptable(request, *found->route)) return not_acceptable(request, *found->route);
  try {
    return handled(request, *found, searcher, server);
  } catch (const std::exception& thrown) {
    return problem_of(thrown, request, found->route->audience, report);
  }
}

}  // namespace

std::optional<http::Response> answer_at_once(const http::Request& request, const Report& report,
                                             const Surroundings& server) {
  if (request.path == "*") return options_of("GET, HEAD, POST, OPTIONS");
  const auto found = find_route(request.path);
  if (!found || !allows(*found->route, request.method)) return std::nullopt;
  if (request.method == "OPTIONS") return options_of(found->route->methods);
  const auto* at_once = std::get_if<AtOnce>(&found->route->handler);
  if (!at_once || !is_acceptable(request, *found->route)) return std::nullopt;
  try {
    auto response = (*at_once)(call(request, *found, server));
    if (response) http::compress(*response, http::accepts_gzip(request.header_text("Accept-Encoding")));
    return response;
  } catch (const std::exception& thrown) {
    return problem_of(thrown, request, found->route->audience, report);
  }
}

http::Response answer(const http::Request& request, Searcher& searcher, const Report& report,
                      const Surroundings& server) {
  searcher.stop_when(request.is_abandoned);
  searcher.take_phases();
  const auto begin = std::chrono::steady_clock::now();
  auto response = from_worker(request, searcher, report, server);
  http::compress(response, http::accepts_gzip(request.header_text("Accept-Encoding")));
  if (server.metrics)
    server.metrics->observe(searcher.take_phases(), std::chrono::steady_clock::now() - begin);
  searcher.stop_when(nullptr);
  return response;
}

}  // namespace morgue
