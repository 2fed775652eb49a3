// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the server: archive, listener, logs, signals. Knows nothing of what is answered.
#pragma once

#include "server/http/listener.h"
#include "server/options.h"

namespace morgue {

/// Every worker opens a Searcher of its own on the archive. `report` is told, on any thread, of what went
/// wrong on our side. Without guards, logs and metrics.
http::Service service_of(const std::string& archive, std::chrono::seconds deadline,
                         std::function<void(std::string_view what)> report);

/// Prints "listening on http://…" once it does, and serves until SIGTERM or SIGINT; reads tokens and opens
/// logs again at SIGHUP. Logs to stderr. Throws Error, before listening when the archive cannot be read.
void serve(const ServerOptions&);

}  // namespace morgue
