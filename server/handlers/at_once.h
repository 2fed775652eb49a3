// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers that need no archive: health and assets. They run on the I/O thread.
#pragma once

#include <optional>

#include "server/handlers/call.h"

namespace morgue {

/// "ok", as long as requests are answered at all.
std::optional<http::Response> tell_health(const Call&);

/// The embedded file of that name; nullopt where there is none.
std::optional<http::Response> give_asset(const Call&);

}  // namespace morgue
