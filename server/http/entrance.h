// SPDX-License-Identifier: GPL-3.0-or-later
// Entrance: one listening socket, and the pause it makes when there are no more descriptors. Knows no
// sessions.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <string>

#include "server/http/acceptor.h"

namespace morgue::http {

class Entrance {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;

  /// Binds and listens. Throws Error(usage).
  Entrance(boost::asio::io_context&, const Endpoint&);

  const std::string& address() const { return address_; }

  /// Takes one connection when it comes, unless it waits for one already. `taken` is called without a socket
  /// that is open where there was none after all; whoever wants more calls again.
  void take_one(std::function<void(Socket)> taken);
  /// For good; removes the file of a Unix socket.
  void close();

 private:
  void pause(std::function<void(Socket)> taken);

  const Endpoint endpoint_;
  boost::asio::io_context& io_;
  Acceptor acceptor_;
  const std::string address_;  // kept, for the acceptor may be closed
  boost::asio::steady_timer pause_;
  bool is_waiting_ = false;
};

}  // namespace morgue::http
