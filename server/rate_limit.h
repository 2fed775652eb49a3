// SPDX-License-Identifier: GPL-3.0-or-later
// RateLimit: how many requests each address may make. Knows no HTTP.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace morgue {

/// So many a second, and ten seconds' worth at once after a silence. Not for several threads.
class RateLimit {
 public:
  using Clock = std::chrono::steady_clock;

  explicit RateLimit(unsigned a_second, std::size_t most_addresses = 100'000);

  /// Counts a request; false when it is one too many.
  bool allows(std::string_view address, Clock::time_point now = Clock::now());

  std::size_t addresses() const { return buckets_.size(); }

 private:
  struct Bucket {
    double left;
    Clock::time_point filled;
  };

  double left_in(const Bucket&, Clock::time_point now) const;
  void forget_the_full(Clock::time_point now);

  const double a_second_;
  const double most_;
  const std::size_t most_addresses_;
  std::unordered_map<std::string, Bucket> buckets_;
};

/// Who is counted as one: an IPv4 address, the /64 of an IPv6 address.
std::string counted_as(std::string_view address);

}  // namespace morgue
