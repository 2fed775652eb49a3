// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics: what was asked, how it ended and how long each phase took, in Prometheus's text format 0.0.4.
// Knows no handler.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "common/search/searcher.h"
#include "server/archive_watch.h"
#include "server/http/exchange.h"
#include "server/http/listener.h"

namespace morgue {

/// Counts durations below each of a few bounds.
class Histogram {
 public:
  /// Seconds.
  static constexpr std::array bounds{.0001, .00025, .0005, .001, .0025, .005, .01, .025,
                                     .05,   .1,     .25,   .5,   1.,    2.5,  5.,  10.};

  void observe(double seconds);
  /// As lines of `name`, whose label is written `phase="match"`.
  void write(std::string& to, std::string_view name, std::string_view label) const;

 private:
  std::array<std::uint64_t, bounds.size() + 1> counts_{};  // the last: beyond all bounds
  double sum_ = 0;
};

/// May be used from several threads.
class Metrics {
 public:
  /// `route` as the table writes it, "" for a path that is none.
  void count(std::string_view route, const http::Exchange&);
  /// One request's work. `all`: by its worker, from the handler's begin to its end.
  void observe(const Phases&, std::chrono::nanoseconds all);

  std::string text(const http::Load&, const ArchiveStatus&) const;

 private:
  enum Phase { queue, parse, match, snippets, render };
  static constexpr std::array<std::string_view, 5> phase_names{"queue", "parse", "match", "snippets",
                                                               "render"};

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;  // by route and status
  std::map<std::string, Histogram> took_;                          // by route
  std::array<Histogram, phase_names.size()> phases_;
  std::uint64_t bytes_ = 0;
  std::uint64_t cut_ = 0;
};

}  // namespace morgue
