// SPDX-License-Identifier: GPL-3.0-or-later
// Exchange: one request and what became of it, as a log or a metric wants it. Holds no body.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace morgue::http {

struct Exchange {
  std::string client = {};  // its address; empty on a Unix socket
  std::string forwarded_for = {};
  std::string method = {};  // this and the target are empty where they could not be read
  std::string target = {};
  std::string referrer = {};
  std::string user_agent = {};
  std::chrono::system_clock::time_point began = {};
  int status = 0;                       // 0: the client left before there was an answer
  std::uint64_t bytes = 0;              // sent, head and body
  bool is_whole = false;                // the answer was sent to its end
  std::chrono::microseconds waited{0};  // for a worker
  std::chrono::microseconds worked{0};  // by the worker, until the first byte
  std::chrono::microseconds took{0};    // from the request's last byte to the answer's last
};

}  // namespace morgue::http
