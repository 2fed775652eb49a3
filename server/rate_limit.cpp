// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace morgue {
namespace {

constexpr double seconds_at_once = 10;

}  // namespace

RateLimit::RateLimit(unsigned a_second, std::size_t most_addresses)
    : a_second_(a_second), most_(a_second * seconds_at_once), most_addresses_(most_addresses) {}

double RateLimit::left_in(const Bucket& bucket, Clock::time_point now) const {
  const double passed = std::chrono::duration<double>(now - bucket.filled).count();
  return std::min(most_, bucket.left + passed * a_second_);
}

// A full bucket is what a stranger has. Where hardly anybody's is full, everybody begins anew: better than to
// refuse strangers, to grow, or to look again so soon.
void RateLimit::forget_the_full(Clock::time_point now) {
  std::erase_if(buckets_, [&](const auto& entry) { return left_in(entry.second, now) >= most_; });
  if (buckets_.size() > most_addresses_ / 2) buckets_.clear();
}

bool RateLimit::allows(std::string_view address, Clock::time_point now) {
  if (buckets_.size() >= most_addresses_) forget_the_full(now);
  auto& bucket = buckets_.try_emplace(counted_as(address), Bucket{most_, now}).first->second;
  bucket = {left_in(bucket, now), now};
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

std::string counted_as(std::string_view address) {
  constexpr std::size_t network = 8;  // bytes: a /64
  std::array<unsigned char, 16> bytes{};
  std::string text(address);
  if (text.starts_with("::ffff:")) return text.substr(7);  // IPv4 on a socket for both
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
  std::fill(bytes.begin() + network, bytes.end(), 0);
  std::array<char, INET6_ADDRSTRLEN> written{};
  inet_ntop(AF_INET6, bytes.data(), written.data(), written.size());
  return std::string(written.data()) + "/64";
}

}  // namespace morgue
