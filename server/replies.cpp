// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/replies.h"

#include <algorithm>
#include <utility>

#include "common/wire/results_json.h"
#include "server/render/problem_page.h"

namespace morgue {
namespace {

http::Headers page_headers() {
  return {{"Content-Type", "text/html; charset=utf-8"},
          {"Content-Security-Policy",
           "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
           "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
          {"Referrer-Policy", "no-referrer"}};
}

std::string typed_query(const http::Request& request) {
  const auto q = std::find_if(request.parameters.begin(), request.parameters.end(),
                              [](const auto& parameter) { return parameter.first == "q"; });
  return q == request.parameters.end() ? "" : q->second;
}

void replace_header(http::Headers& headers, const std::pair<std::string, std::string>& header) {
  std::erase_if(headers, [&](const auto& old) { return http::same_token(old.first, header.first); });
  headers.push_back(header);
}

}  // namespace

http::Response text_reply(const char* content_type, std::string text) {
  return {.headers = {{"Content-Type", content_type}}, .body = std::move(text)};
}

http::Response json_reply(const nlohmann::ordered_json& json, bool pretty) {
  return {.headers = {{"Content-Type", "application/json; charset=utf-8"}},
          .body = to_text(json, pretty) + "\n"};
}

http::Response page_reply(std::string html) { return {.headers = page_headers(), .body = std::move(html)}; }

http::Response problem_reply(const http::Problem& problem, Audience audience, const http::Request& request) {
  auto response = http::to_response(problem);
  if (audience == Audience::programs) return response;
  for (const auto& header : page_headers()) replace_header(response.headers, header);
  response.body = problem_page(problem, typed_query(request));
  return response;
}

}  // namespace morgue
