// SPDX-License-Identifier: GPL-3.0-or-later
// When a search has to end, and the look at it on the way. Knows nothing of what is searched.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace morgue {

/// When a search has to end, if ever.
struct Deadline : std::optional<std::chrono::steady_clock::time_point> {
  using optional::operator=;
  const std::atomic<bool>* stop = nullptr;  // or when this is set

  bool can_pass() const { return has_value() || stop; }
  bool has_passed() const {
    return (stop && stop->load(std::memory_order_relaxed)) ||
           (has_value() && std::chrono::steady_clock::now() > **this);
  }
};

/// Ends a match cleanly (XAPIAN.md 1).
struct DeadlinePassed {};

/// To be asked at each candidate.
class DeadlineWatch {
 public:
  /// `always`: a candidate costs so much that each is worth a look at the clock.
  DeadlineWatch(Deadline deadline, bool always) : deadline_(deadline), always_(always) {}

  /// Throws DeadlinePassed.
  void look() {
    constexpr std::uint64_t between_looks = 256;  // a look at the clock costs as much as some candidates
    if (!deadline_.can_pass() || (!always_ && ++seen_ % between_looks != 0)) return;
    if (deadline_.has_passed()) throw DeadlinePassed();
  }
  bool can_pass() const { return deadline_.can_pass(); }

 private:
  Deadline deadline_;
  bool always_;
  std::uint64_t seen_ = 0;
};

}  // namespace morgue
