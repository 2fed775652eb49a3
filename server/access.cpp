// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access.h"

#include <algorithm>
#include <utility>

#include "server/replies.h"
#include "server/route_table.h"

namespace morgue {
namespace {

Audience audience_of(const http::Request& request) {
  const auto found = find_route(request.path);
  return found ? found->route->audience : Audience::programs;
}

http::Response unauthorized(const http::Request& request, bool has_token) {
  auto response = problem_reply({.status = 401,
                                 .code = has_token ? "bad_token" : "token_needed",
                                 .detail = has_token ? "the token is not known here" : "this needs a token",
                                 .hint = "send the header Authorization: Bearer TOKEN"},
                                audience_of(request), request);
  response.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"morgue\"");
  return response;
}

http::Response too_many(const http::Request& request) {
  return problem_reply({.status = 429,
                        .code = "too_many_requests",
                        .detail = "too many requests have come from this address",
                        .hint = "ask more slowly",
                        .retry_after = 1},
                       audience_of(request), request);
}

}  // namespace

Access::Access(AccessOptions options) : options_(std::move(options)) {
  reload();
  if (options_.rate_limit > 0) rate_limit_.emplace(options_.rate_limit);
}

void Access::reload() {
  if (!options_.tokens_file.empty()) tokens_ = Tokens::from_file(options_.tokens_file);
}

bool Access::needs_token(const http::Request& request) const {
  if (!tokens_ && !options_.is_public) return false;
  if (options_.admin && request.entrance == *options_.admin) return false;
  const auto found = find_route(request.path);
  const auto access = found ? found->route->access : AccessLevel::readers;
  return access == AccessLevel::holders || (access == AccessLevel::readers && !options_.is_public);
}

std::optional<http::Response> Access::refusal(const http::Request& request) {
  if (rate_limit_ && !rate_limit_->allows(client_address(request.client, request.header("X-Forwarded-For"),
                                                         options_.trust_proxy)))
    return too_many(request);
  if (!needs_token(request)) return std::nullopt;
  const auto* authorization = request.header("Authorization");
  const auto token = authorization ? bearer_token(*authorization) : std::string_view();
  if (tokens_ && tokens_->hold(token)) return std::nullopt;
  return unauthorized(request, !token.empty());
}

std::string Access::allowed_origin(const http::Request& request) const {
  const auto* origin = request.header("Origin");
  if (!origin) return "";
  for (const auto& known : options_.origins)
    if (known == "*" || known == *origin) return known;
  return "";
}

std::optional<http::Response> Access::preflight(const http::Request& request) const {
  const auto found = find_route(request.path);
  if (request.method != "OPTIONS" || !request.header("Access-Control-Request-Method") || !found ||
      found->route->audience != Audience::programs || allowed_origin(request).empty())
    return std::nullopt;
  return http::Response{.status = 204,
                        .headers = {{"Allow", std::string(found->route->methods)},
                                    {"Access-Control-Allow-Methods", std::string(found->route->methods)},
                                    {"Access-Control-Allow-Headers", "Authorization, Content-Type"},
                                    {"Access-Control-Max-Age", "3600"}}};
}

void Access::share(const http::Request& request, http::Response& response) const {
  if (options_.origins.empty() || audience_of(request) != Audience::programs) return;
  const auto origin = allowed_origin(request);
  if (origin != "*") http::add_to_list(response.headers, "Vary", "Origin");
  if (origin.empty()) return;
  response.headers.emplace_back("Access-Control-Allow-Origin", origin);
  response.headers.emplace_back("Access-Control-Expose-Headers", "ETag, Retry-After");
}

std::string client_address(std::string_view peer, const std::string* forwarded_for, bool trust_proxy) {
  if (!trust_proxy || !forwarded_for) return std::string(peer);
  std::string_view last = *forwarded_for;
  last.remove_prefix(last.rfind(',') + 1);  // 0 where there is no comma
  const auto begin = std::min(last.find_first_not_of(" \t"), last.size());
  last = last.substr(begin, last.find_last_not_of(" \t") - begin + 1);
  return std::string(last.empty() ? peer : last);
}

}  // namespace morgue
