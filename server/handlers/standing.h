// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers about the server itself: health, readiness, metrics, numbers and the description of the API. They
// need no archive and run on the I/O thread.
#pragma once

#include <optional>

#include "server/handlers/call.h"

namespace morgue {

/// "ok", as long as requests are answered at all.
std::optional<http::Response> tell_health(const Call&);

/// "ready" when the archive can be read, else a 503.
std::optional<http::Response> tell_readiness(const Call&);

/// In Prometheus's text format.
std::optional<http::Response> tell_metrics(const Call&);

std::optional<http::Response> tell_numbers(const Call&);

std::optional<http::Response> describe_api(const Call&);

}  // namespace morgue
