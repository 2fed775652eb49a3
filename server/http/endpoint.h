// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoint: where to listen, as text and as a value. Opens nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::http {

struct Endpoint {
  std::string host;         // an IPv4 or IPv6 address; empty for a Unix socket
  std::uint16_t port = 0;   // 0: any free one
  std::string socket_path;  // empty for TCP

  bool is_unix() const { return !socket_path.empty(); }
  bool operator==(const Endpoint&) const = default;
};

/// "127.0.0.1:8080", "[::1]:8080", "localhost:8080" (127.0.0.1) or "unix:/path". Throws Error(usage) for
/// anything else.
Endpoint parse_endpoint(std::string_view text);

/// As parse_endpoint takes it.
std::string to_text(const Endpoint&);

}  // namespace morgue::http
