// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoint ↔ text.
#include "server/http/endpoint.h"

#include <arpa/inet.h>
#include <sys/un.h>

#include <charconv>

#include "common/error.h"

namespace morgue::http {
namespace {

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
  throw Error(ErrorKind::usage, "cannot listen on \"" + std::string(text) + "\": " + why,
              "try 127.0.0.1:8080, [::1]:8080 or unix:/run/morgue.sock");
}

bool is_address(int family, const std::string& text) {
  in6_addr room_for_either;
  return inet_pton(family, text.c_str(), &room_for_either) == 1;
}

Endpoint unix_endpoint(std::string_view text, std::string_view path) {
  if (path.empty()) refuse(text, "the path is missing");
  if (path.size() >= sizeof(sockaddr_un::sun_path)) refuse(text, "the path is too long for a socket");
  if (path.find('\0') != std::string_view::npos) refuse(text, "the path contains a NUL character");
  return {"", 0, std::string(path)};
}

std::uint16_t parse_port(std::string_view text, std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, failure] = std::from_chars(digits.begin(), digits.end(), port);
  if (digits.empty() || failure != std::errc{} || end != digits.end())
    refuse(text, "the port is not 0 to 65535");
  return port;
}

}  // namespace

Endpoint parse_endpoint(std::string_view text) {
  if (text.starts_with("unix:")) return unix_endpoint(text, text.substr(5));
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) refuse(text, "there is no port");
  std::string host(text.substr(0, colon));
  const std::uint16_t port = parse_port(text, text.substr(colon + 1));
  if (host == "localhost") return {"127.0.0.1", port, ""};
  if (is_address(AF_INET, host)) return {std::move(host), port, ""};
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
    if (is_address(AF_INET6, host)) return {std::move(host), port, ""};
  }
  refuse(text, "\"" + host + "\" is not an address");
}

std::string to_text(const Endpoint& endpoint) {
  if (endpoint.is_unix()) return "unix:" + endpoint.socket_path;
  const bool v6 = endpoint.host.find(':') != std::string::npos;
  return (v6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" + std::to_string(endpoint.port);
}

}  // namespace morgue::http
