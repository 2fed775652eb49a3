// SPDX-License-Identifier: GPL-3.0-or-later
// Routes: which handler answers which method and path, and how what it throws is shown. Knows no sockets.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "common/search/searcher.h"
#include "server/http/message.h"
#include "server/surroundings.h"

namespace morgue {

/// Told what went wrong on our side.
using Report = std::function<void(std::string_view what)>;
inline const Report nobody_told = [](std::string_view) {};

/// What needs no archive and next to no time; nullopt for all else.
std::optional<http::Response> answer_at_once(const http::Request&, const Report& = nobody_told,
                                             const Surroundings& = {});

/// Everything, compressed where the client takes that, with a tag for the next time; what goes wrong becomes
/// a problem in the shape that the route's callers read.
http::Response answer(const http::Request&, Searcher&, const Report&, const Surroundings& = {});

}  // namespace morgue
