// SPDX-License-Identifier: GPL-3.0-or-later
// Call: what a handler is given to answer. Knows no handler.
#pragma once

#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/surroundings.h"

namespace morgue {

/// Lends; lives as long as the request.
struct Call {
  const http::Request& request;
  std::string_view rest;                     // of the path, where the route has one: an id, a name
  std::vector<std::string_view> parameters;  // known to the route, beside those of a search
  const Surroundings& server;
};

}  // namespace morgue
