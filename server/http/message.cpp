// SPDX-License-Identifier: GPL-3.0-or-later
// Targets ▶ paths and parameters, problems ▶ responses.
#include "server/http/message.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "common/error.h"

namespace morgue::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 30> reasons{{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {410, "Gone"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};
static_assert(std::is_sorted(reasons.begin(), reasons.end()));

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return -1;
}

enum class Plus { is_plus, is_space };

std::string percent_decoded(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    if (low >= 0) {
      decoded += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      decoded += text[i] == '+' && plus == Plus::is_space ? ' ' : text[i];
    }
  }
  return decoded;
}

bool is_utf8(std::string_view text) {
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string decoded_text(std::string_view text, Plus plus) {
  std::string decoded = percent_decoded(text, plus);
  if (decoded.find('\0') != std::string::npos)
    throw Error(ErrorKind::bad_input, "the address contains a NUL character", "leave out %00");
  if (!is_utf8(decoded))
    throw Error(ErrorKind::bad_input, "the address is not UTF-8",
                "percent-encode the UTF-8 bytes of the text");
  return decoded;
}

bool climbs(std::string_view path) {
  for (std::size_t start = 1; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const auto segment = path.substr(start, end - start);
    if (segment == "." || segment == "..") return true;
    start = end + 1;
  }
  return false;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

std::string parse_path(std::string_view text) {
  std::string path = decoded_text(text, Plus::is_plus);
  if (std::any_of(path.begin(), path.end(), is_control))
    throw Error(ErrorKind::bad_input, "the path contains a control character");
  if (climbs(path))
    throw Error(ErrorKind::bad_input, "the path contains \".\" or \"..\"", "name the page itself");
  return path;
}

/// What follows the authority of http://host/path?query; other forms as they are.
std::string_view without_origin(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!same_token(target.substr(0, scheme.size()), scheme)) continue;
    target.remove_prefix(std::min(target.find_first_of("/?", scheme.size()), target.size()));
    break;
  }
  return target;
}

}  // namespace

bool same_token(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

const std::string* find_header(const Headers& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return same_token(header.first, name); });
  return found == headers.end() ? nullptr : &found->second;
}

std::string_view Request::header_text(std::string_view name) const {
  const auto* found = header(name);
  return found ? std::string_view(*found) : std::string_view();
}

void add_to_list(Headers& headers, std::string_view name, std::string_view value) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return same_token(header.first, name); });
  if (found == headers.end()) headers.emplace_back(name, value);
  else found->second.append(", ").append(value);
}

std::string_view reason_phrase(int status) {
  const auto found = std::find_if(reasons.begin(), reasons.end(),
                                  [&](const auto& reason) { return reason.first == status; });
  return found == reasons.end() ? "Unknown" : found->second;
}

Response to_response(const Problem& problem) {
  nlohmann::ordered_json body{
      {"type", "about:blank"}, {"title", reason_phrase(problem.status)}, {"status", problem.status}};
  const auto add = [&](const char* key, const std::string& text) {
    if (!text.empty()) body[key] = text;
  };
  add("code", problem.code);
  add("detail", problem.detail);
  add("parameter", problem.parameter);
  if (problem.position) body["position"] = *problem.position;
  add("hint", problem.hint);
  // A detail may quote what a client sent; bytes that are not UTF-8 must not make the error fail.
  auto text = body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  Response response{problem.status,
                    {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}},
                    std::move(text) + "\n"};
  if (problem.retry_after) response.headers.emplace_back("Retry-After", std::to_string(*problem.retry_after));
  return response;
}

void begin_stream(Response& response) {
  if (response.more && !response.more(response.body)) response.more = nullptr;
}

Parameters parse_parameters(std::string_view text, std::size_t most) {
  Parameters parameters;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('&', start), text.size());
    const auto pair = text.substr(start, end - start);
    start = end + 1;
    if (pair.empty()) continue;
    if (parameters.size() == most)
      throw Error(ErrorKind::bad_input, "more than " + std::to_string(most) + " parameters");
    const std::size_t equals = std::min(pair.find('='), pair.size());
    parameters.emplace_back(decoded_text(pair.substr(0, equals), Plus::is_space),
                            decoded_text(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space));
  }
  return parameters;
}

Target parse_target(std::string_view target, std::size_t most) {
  if (target == "*") return {"*", {}};
  const auto origin_form = without_origin(target);
  const std::size_t question = std::min(origin_form.find('?'), origin_form.size());
  auto path = parse_path(origin_form.substr(0, question));
  if (path.empty() && origin_form.size() < target.size()) path = "/";
  if (!path.starts_with('/')) throw Error(ErrorKind::bad_input, "the path does not begin with /");
  return {std::move(path),
          parse_parameters(origin_form.substr(std::min(question + 1, origin_form.size())), most)};
}

}  // namespace morgue::http
