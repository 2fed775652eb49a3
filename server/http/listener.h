// SPDX-License-Identifier: GPL-3.0-or-later
// Listener: serves HTTP/1.1 on one endpoint. Knows connections, limits and threads; what is answered is the
// Service's.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/endpoint.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"
#include "server/http/message.h"

namespace morgue::http {

struct Service {
  /// Called on the I/O thread: for what takes less than 50 µs. nullopt gives the request to a worker. A 429
  /// or 503 is held back for limits.park_time. May be empty.
  std::function<std::optional<Response>(const Request&)> at_once = {};
  /// Called once on each worker's own thread, where the handler then lives and dies. What it throws ends
  /// run().
  std::function<Handle()> worker = {};
  /// Whether a request is quick: those have a worker and a queue of their own, and never wait behind others.
  /// May be empty.
  std::function<bool(const Request&)> is_quick = {};
  /// How large the body of a request may be whose header has come; limits.largest_body_bytes at most. May be
  /// empty: limits.body_bytes.
  std::function<std::size_t(const Request&)> body_bytes = {};
  /// Told on the I/O thread what became of each request. May be empty.
  std::function<void(const Exchange&)> finished = {};
  /// Called on the I/O thread at SIGHUP, where the listener stops on signals. May be empty.
  std::function<void()> reopen = {};
  /// Told of exceptions that became a 500, on the thread where that happened. May be empty.
  std::function<void(std::string_view what)> report = {};
};

/// Of this moment.
struct Load {
  std::size_t connections = 0;
  std::size_t waiting = 0;        // requests, for a worker
  std::size_t waiting_quick = 0;  // quick ones, for theirs
};

class Listener {
 public:
  /// Binds and listens. Ignores SIGPIPE and raises the limit of open files for the whole process. Throws
  /// Error(usage) when the endpoint cannot be had; a socket file that nobody listens on is replaced.
  Listener(const Endpoint&, const Limits&, unsigned workers, Service);
  /// On several endpoints; a request's `entrance` is its endpoint's place among them.
  Listener(const std::vector<Endpoint>&, const Limits&, unsigned workers, Service);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// "http://127.0.0.1:8080", with the port that was found where 0 was asked for, or "unix:/path".
  std::string address(std::size_t entrance = 0) const;

  /// On the I/O thread only.
  Load load() const;

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
