// SPDX-License-Identifier: GPL-3.0-or-later
// Workers: threads behind a bounded queue, each with a handler and with the streams that it began. Knows
// sessions by number only, so that a worker can never be the last to hold one.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "server/http/message.h"

namespace morgue::http {

using Report = std::function<void(std::string_view what)>;

/// The answer to a request whose handler threw.
Response internal_error();

/// Runs and returns true; an exception is reported.
template <typename F>
bool succeeds(const F& run, const Report& report) {
  try {
    run();
    return true;
  } catch (const std::exception& failure) {
    if (report) report(failure.what());
  } catch (...) {
    if (report) report("an exception of unknown type");
  }
  return false;
}

/// handle(request); an exception is reported and becomes internal_error().
template <typename F>
auto guarded(const F& handle, const Request& request, const Report& report) -> decltype(handle(request)) {
  std::optional<decltype(handle(request))> response;
  if (succeeds([&] { response.emplace(handle(request)); }, report)) return *std::move(response);
  return internal_error();
}

class Workers {
 public:
  struct Job {
    std::uint64_t session = 0;
    Request request;
    std::chrono::steady_clock::time_point offered = std::chrono::steady_clock::now();
  };
  struct Done {
    Response response;
    bool is_stream = false;  // response.more stays with the worker; make_more() and end_stream() reach it
    std::chrono::microseconds waited{0};
    std::chrono::microseconds worked{0};
  };
  struct Part {
    std::string bytes;
    bool is_last = false;
    bool has_failed = false;
  };
  /// All of them are called on the workers' threads, several at a time.
  struct Calls {
    std::function<Handle()> make_handle;
    std::function<void(std::uint64_t session, Done)> done;
    std::function<void(std::uint64_t session, Part)> made_more;
    std::function<void(std::exception_ptr)> broken;  // make_handle threw; that worker is gone
    Report report;
  };
  struct Room {
    std::size_t waiting;
    std::size_t streams;
  };

  Workers(unsigned count, Room, Calls);
  /// Waits for the handlers that are running; drops what is waiting and all streams.
  ~Workers();

  /// False when the queue is full.
  bool offer(Job);
  /// Takes back what no worker has begun; false when it is too late.
  bool withdraw(std::uint64_t session);
  /// Its client has left: nothing more is done for it.
  void forget(std::uint64_t session);
  std::size_t waiting() const;

  /// One turn of a stream, which its worker takes between other requests; leads to made_more.
  void make_more(std::uint64_t session);
  /// Nothing where there is no stream.
  void end_stream(std::uint64_t session);

 private:
  using More = std::function<bool(std::string&)>;
  using StreamNumber = std::uint64_t;
  struct Turn {
    std::uint64_t session;
    StreamNumber stream;
    bool is_end;
  };
  struct Worker {
    std::condition_variable wake;
    std::uint64_t session = 0;  // for which it works
    std::atomic<bool> is_abandoned = false;
    std::deque<Turn> turns;
    bool had_a_turn = false;                         // so that a request comes next
    std::unordered_map<StreamNumber, More> streams;  // touched by its own thread only
    std::jthread thread;
  };

  void work(Worker&);
  std::optional<std::variant<Job, Turn>> next(Worker&);
  void answer(Worker&, const Handle&, Job);
  bool take_back(std::uint64_t session);
  void give_up_stream(std::uint64_t session);
  std::optional<StreamNumber> place_for_stream(Worker&, std::uint64_t session);
  void take_turn(Worker&, Turn);
  void give_turn(Worker&, Turn);
  void forget_stream(Turn);

  const Room room_;
  const Calls calls_;
  mutable std::mutex mutex_;
  std::deque<Job> waiting_;
  std::vector<Worker*> idle_;
  std::unordered_map<std::uint64_t, std::pair<Worker*, StreamNumber>> streams_;  // by session
  StreamNumber next_stream_ = 1;
  bool stopping_ = false;
  std::deque<Worker> workers_;
};

}  // namespace morgue::http
