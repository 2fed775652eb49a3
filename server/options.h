// SPDX-License-Identifier: GPL-3.0-or-later
// The options of morgue-server. Opens nothing.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/access.h"
#include "server/access_log.h"
#include "server/http/endpoint.h"

namespace morgue {

struct ServerOptions {
  std::string archive;
  http::Endpoint endpoint;
  unsigned workers = 1;
  std::chrono::seconds deadline{5};    // of one search; 0: none
  std::chrono::seconds max_lease{60};  // of one export, for which writers wait
  std::optional<http::Endpoint> admin_endpoint = {};
  AccessOptions access = {};
  AccessLogOptions log = {};
  std::string public_url = {};
  bool operator==(const ServerOptions&) const = default;
};

/// What is to be printed instead of serving (for --help and --version), else nullopt and the options are
/// read. Throws Error(usage).
std::optional<std::string> read_options(int argc, const char* const* argv, ServerOptions&);

}  // namespace morgue
