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

  Parking(boost::asio::io_context&, std::chrono::milliseconds time, Release);

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
  const Release release_;
  std::deque<Held> held_;  // soonest first
  bool is_waiting_ = false;
};

}  // namespace morgue::http
