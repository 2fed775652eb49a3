// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/parking.h"

#include <algorithm>
#include <utility>

namespace morgue::http {

using Clock = std::chrono::steady_clock;

Parking::Parking(boost::asio::io_context& io, std::chrono::milliseconds time, std::chrono::milliseconds most,
                 Release release)
    : timer_(io), time_(time), most_(std::max(time, most)), release_(std::move(release)) {}

void Parking::hold(std::uint64_t session, Response response) {
  constexpr std::chrono::milliseconds gap{1};
  const auto now = Clock::now();
  auto until = now + time_;
  if (!held_.empty()) until = std::min(std::max(until, held_.back().until + gap), now + most_);
  held_.push_back({until, session, std::move(response)});
  await_first();
}

void Parking::await_first() {
  if (held_.empty() || std::exchange(is_waiting_, true)) return;
  timer_.expires_at(held_.front().until);
  timer_.async_wait([this](boost::system::error_code) {
    is_waiting_ = false;
    release_due();
    await_first();
  });
}

void Parking::release_due() {
  const auto now = Clock::now();
  while (!held_.empty() && held_.front().until <= now) {
    auto due = std::move(held_.front());
    held_.pop_front();
    release_(due.session, std::move(due.response));
  }
}

void Parking::close() {
  held_.clear();
  timer_.cancel();
}

}  // namespace morgue::http
