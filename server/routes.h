// SPDX-License-Identifier: GPL-3.0-or-later
// Routes: which handler answers which method and path, and how what it throws is shown. Knows no sockets.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "common/search/searcher.h"
#include "server/http/message.h"

namespace morgue {

/// What needs no archive and next to no time; nullopt for all else.
std::optional<http::Response> answer_at_once(const http::Request&);

/// Everything; what goes wrong becomes a problem in the shape that the route's callers read. `report` is told
/// what went wrong on our side.
http::Response answer(const http::Request&, Searcher&,
                      const std::function<void(std::string_view what)>& report);

}  // namespace morgue
