// SPDX-License-Identifier: GPL-3.0-or-later
// Limits: how long and how large anything about a connection may get; each default is written here and
// nowhere else.
#pragma once

#include <chrono>
#include <cstddef>

namespace morgue::http {

struct Limits {
  std::chrono::milliseconds header_time{10'000};  // from its first byte to its last
  std::chrono::milliseconds body_time{20'000};    // likewise
  std::chrono::milliseconds write_time{30'000};   // without the client taking a byte
  std::chrono::milliseconds idle_time{60'000};    // between requests
  std::chrono::milliseconds queue_time{2'000};    // for a free worker
  std::chrono::milliseconds hang_up_time{
      1'000};  // of work for a client that has finished sending, and may be gone
  std::chrono::milliseconds linger_time{2'000};  // for the client to read the last answer
  std::chrono::milliseconds drain_time{10'000};  // after stop()
  std::chrono::milliseconds park_time{100};      // before a 503, so that a refusal does not invite a storm

  std::size_t header_bytes = 16 * 1024;
  std::size_t header_lines = 100;
  std::size_t body_bytes = 64 * 1024;            // unless the service allows more
  std::size_t largest_body_bytes = 1024 * 1024;  // whatever the service allows
  std::size_t all_bodies_bytes = 64 * 1024 * 1024;
  std::size_t parameters = 64;
  std::size_t connections = 10'000;
  std::size_t queue = 128;
  std::size_t streams = 16;

  bool operator==(const Limits&) const = default;
};

}  // namespace morgue::http
