// SPDX-License-Identifier: GPL-3.0-or-later
// Listener: serves HTTP/1.1 on one endpoint. Knows connections, limits and threads; what is answered is the
// Service's.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/endpoint.h"
#include "server/http/limits.h"
#include "server/http/message.h"

namespace morgue::http {

struct Service {
  /// Called on the I/O thread: for what takes less than 50 µs. nullopt gives the request to a worker. May be
  /// empty.
  std::function<std::optional<Response>(const Request&)> at_once = {};
  /// Called once on each worker's own thread, where the handler then lives and dies. What it throws ends
  /// run().
  std::function<Handle()> worker = {};
  /// Told of exceptions that became a 500, on the thread where that happened. May be empty.
  std::function<void(std::string_view what)> report = {};
};

class Listener {
 public:
  /// Binds and listens. Ignores SIGPIPE and raises the limit of open files for the whole process. Throws
  /// Error(usage) when the endpoint cannot be had; a socket file that nobody listens on is replaced.
  Listener(const Endpoint&, const Limits&, unsigned workers, Service);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// "http://127.0.0.1:8080", with the port that was found where 0 was asked for, or "unix:/path".
  std::string address() const;

  /// Before run(): the first SIGTERM or SIGINT drains, a second one drops all connections.
  void stop_on_signals();

  /// Serves until stop() and until what was begun is answered, limits.drain_time at most; then waits for
  /// handlers that are still running. Once only. Throws what service.worker threw.
  void run();

  /// From any thread, not from a signal handler; before run() too. Takes no new connections or requests,
  /// drains.
  void stop();

 private:
  class House;
  std::unique_ptr<House> house_;
};

}  // namespace morgue::http
