// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a connection's: the parser takes them or names a problem that can be sent, whole and in pieces
// alike; any target gives a search or a problem.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/wire/search_url.h"
#include "server/http/conditional.h"
#include "server/http/request_parser.h"
#include "server/http/response_head.h"
#include "server/problems.h"

using namespace morgue;

namespace {

struct Outcome {
  bool is_done = false;
  int refused = 0;
  http::Request request = {};
  bool operator==(const Outcome&) const = default;
};

Outcome parsed(std::string_view bytes, std::size_t portion) {
  const http::Limits limits;
  http::RequestParser parser(limits);
  std::size_t known = 0;
  for (std::string_view left = bytes; known < left.size() && !parser.problem() && !parser.done();) {
    known = std::min(known + portion, left.size());
    std::size_t used = 0;
    do {
      used = parser.feed(left.substr(0, known));
      left.remove_prefix(used);
      known -= used;
    } while (used > 0 && known > 0 && !parser.problem() && !parser.done());
    if (known > limits.header_bytes) std::abort();
  }
  if (const auto& problem = parser.problem()) {
    if (http::to_response(*problem).body.empty()) std::abort();
    return {.refused = problem->status};
  }
  if (!parser.done()) return {};
  return {.is_done = true, .request = parser.take()};
}

void search(const http::Parameters& parameters) {
  try {
    const auto request = to_search_request(parameters, Unknown::refused);
    const auto url = to_search_url(request);
    if (to_search_request(http::parse_parameters(url, 1000), Unknown::refused) != request) std::abort();
  } catch (const Error& error) {
    if (to_problem(error).status != 400) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto whole = parsed(bytes, size);
  if (whole.is_done) {
    if (parsed(bytes, 1).is_done && parsed(bytes, 1) != whole) std::abort();
    search(whole.request.parameters);
    http::accepts(whole.request.header_text("Accept"), {"text/html"});
    http::accepts_gzip(whole.request.header_text("Accept-Encoding"));
    http::names_tag(whole.request.header_text("If-None-Match"), "W/\"x\"");
  }
  try {
    search(http::parse_target(bytes, 64).parameters);
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
