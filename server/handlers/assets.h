// SPDX-License-Identifier: GPL-3.0-or-later
// The handler of what the pages load. It needs no archive and runs on the I/O thread.
#pragma once

#include <optional>

#include "server/handlers/call.h"

namespace morgue {

/// The embedded file of that name; nullopt where there is none.
std::optional<http::Response> give_asset(const Call&);

}  // namespace morgue
