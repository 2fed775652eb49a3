// SPDX-License-Identifier: GPL-3.0-or-later
// Workers: threads behind a bounded queue, each with a handler of its own. Knows sessions by number only, so
// that a worker can never be the last to hold one.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "server/http/message.h"

namespace morgue::http {

using Report = std::function<void(std::string_view what)>;

/// The answer to a request whose handler threw.
Response internal_error();

/// handle(request); an exception is reported and becomes internal_error().
template <typename F>
auto guarded(const F& handle, const Request& request, const Report& report) -> decltype(handle(request)) {
  try {
    return handle(request);
  } catch (const std::exception& failure) {
    if (report) report(failure.what());
  } catch (...) {
    if (report) report("an exception of unknown type");
  }
  return internal_error();
}

class Workers {
 public:
  struct Job {
    std::uint64_t session = 0;
    Request request;
  };
  /// All of them are called on the workers' threads, several at a time.
  struct Calls {
    std::function<Handle()> make_handle;
    std::function<void(std::uint64_t session, Response)> done;
    std::function<void(std::exception_ptr)> broken;  // make_handle threw; that worker is gone
    Report report;
  };

  Workers(unsigned count, std::size_t most_waiting, Calls);
  /// Waits for the handlers that are running; drops what is waiting.
  ~Workers();

  /// False when the queue is full.
  bool offer(Job);
  /// Takes back what no worker has begun; false when it is too late.
  bool withdraw(std::uint64_t session);

 private:
  void work();
  bool next(Job&);

  const std::size_t most_waiting_;
  const Calls calls_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace morgue::http
