// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/replies.h"

#include <utility>

#include "common/wire/parameter_values.h"
#include "common/wire/results_json.h"
#include "common/wire/search_url.h"
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

/// The search that was asked for, without what cannot be read.
SearchRequest readable_search(Parameters given) {
  for (;;) {
    try {
      return to_search_request(given, Unknown::ignored);
    } catch (const BadParameter& bad) {
      if (std::erase_if(given, [&](const auto& each) { return each.first == bad.parameter(); }) == 0)
        return {};
    }
  }
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
  response.body = problem_page(problem, readable_search(request.parameters));
  return response;
}

}  // namespace morgue
