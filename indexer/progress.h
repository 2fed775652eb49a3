// SPDX-License-Identifier: GPL-3.0-or-later
// The line on stderr that says how far a run has come. Knows nothing of articles.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace morgue {

struct RunState {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> bytes_in_all;  // where it is known
  double seconds = 0;
  std::string input;  // being read
};

/// "1204 articles, 602/s, 3.1 MB/s, 40%, 0:03 left, 2021.jsonl"
std::string progress_line(const RunState&);

class Progress {
 public:
  /// `when` is auto (on a terminal only), always or never.
  explicit Progress(const std::string& when);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  bool is_due() const;
  void show(const RunState&);
  /// Takes the line away, so that something else can be written.
  void clear();

 private:
  bool is_terminal_;
  bool is_shown_;
  bool is_on_screen_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace morgue
