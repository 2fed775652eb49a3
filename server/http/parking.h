// SPDX-License-Identifier: GPL-3.0-or-later
// Parking: answers that are held back for a while, so that a refusal does not invite a storm. Knows sessions
// by number only.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>

#include "server/http/message.h"

namespace morgue::http {

class Parking {
 public:
  using Release = std::function<void(std::uint64_t session, Response)>;

  /// Holds each for `time`, and for up to `most` where there are so many that they would else be released
  /// more often than once a millisecond: the storm must not take the processor from what is answered.
  Parking(boost::asio::io_context&, std::chrono::milliseconds time, std::chrono::milliseconds most, Release);

  void hold(std::uint64_t session, Response);
  /// Forgets what it holds.
  void close();

 private:
  struct Held {
    std::chrono::steady_clock::time_point until;
    std::uint64_t session;
    Response response;
  };

  void await_first();
  void release_due();

  boost::asio::steady_timer timer_;
  const std::chrono::milliseconds time_;
  const std::chrono::milliseconds most_;
  const Release release_;
  std::deque<Held> held_;  // soonest first
  bool is_waiting_ = false;
};

}  // namespace morgue::http
