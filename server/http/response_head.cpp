// SPDX-License-Identifier: GPL-3.0-or-later
// Response ▶ status line and headers.
#include "server/http/response_head.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace morgue::http {
namespace {

constexpr std::array<std::string_view, 5> ours{"Date", "Connection", "Content-Length", "Transfer-Encoding",
                                               "X-Content-Type-Options"};

bool is_ours(std::string_view name) {
  return std::any_of(ours.begin(), ours.end(), [&](auto known) { return same_token(known, name); });
}

// A line break in a value would let whoever chose the value write headers of their own.
std::string on_one_line(std::string value) {
  std::replace_if(
      value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  return value;
}

void add(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

void add_framing(std::string& head, const Response& response, bool to_head, Framing framing) {
  if (framing == Framing::until_close) return;
  if (framing == Framing::chunked) return add(head, "Transfer-Encoding", "chunked");
  const std::string* given = has_body(response, to_head) ? nullptr : response.header("Content-Length");
  if (given) add(head, "Content-Length", on_one_line(*given));
  else if (response.status != 204 && response.status != 304)
    add(head, "Content-Length", std::to_string(response.body.size()));
}

}  // namespace

bool has_body(const Response& response, bool to_head) {
  return !to_head && response.status != 204 && response.status != 304;
}

std::string http_date(std::time_t time) {
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm utc{};
  gmtime_r(&time, &utc);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days[utc.tm_wday],
                utc.tm_mday, months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return text.data();
}

std::string chunk_head(std::size_t size) {
  std::array<char, 2 * sizeof(size) + 3> text{};
  return {text.data(), static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%zx\r\n", size))};
}

std::string response_head(const Response& response, bool to_head, Framing framing, bool keep_alive,
                          std::time_t now) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
  head.append(reason_phrase(response.status)).append("\r\n");
  add(head, "Date", http_date(now));
  add(head, "Connection", keep_alive ? "keep-alive" : "close");
  add_framing(head, response, to_head, framing);
  add(head, "X-Content-Type-Options", "nosniff");
  for (const auto& [name, value] : response.headers)
    if (!is_ours(name)) add(head, name, on_one_line(value));
  return head + "\r\n";
}

}  // namespace morgue::http
