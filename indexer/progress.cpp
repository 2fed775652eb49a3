// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the progress line, at most five times a second on a terminal, and once a second elsewhere.
#include "indexer/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "indexer/shown.h"
#include "indexer/summary.h"

namespace morgue {
namespace {

constexpr std::chrono::milliseconds between_lines_on_a_terminal{200};
constexpr std::chrono::milliseconds between_lines_in_a_log{1000};
constexpr const char* to_line_start_and_erase = "\r\x1b[K";

std::string minutes_and_seconds(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  std::ostringstream text;
  text << whole / 60 << ':' << std::setw(2) << std::setfill('0') << whole % 60;
  return text.str();
}

}  // namespace

std::string progress_line(const RunState& run) {
  const double seconds = std::max(run.seconds, 0.001);
  const double bytes = static_cast<double>(run.bytes);
  std::ostringstream line;
  line << std::fixed << std::setprecision(0) << number_of_articles(run.articles) << ", "
       << static_cast<double>(run.articles) / seconds << "/s, " << std::setprecision(1)
       << bytes / seconds / 1e6 << " MB/s";
  if (run.bytes_in_all && *run.bytes_in_all > 0) {
    const double done = std::min(1.0, bytes / static_cast<double>(*run.bytes_in_all));
    line << ", " << std::setprecision(0) << done * 100 << "%";
    if (done > 0) line << ", " << minutes_and_seconds(seconds / done - seconds) << " left";
  }
  if (!run.input.empty()) line << ", " << shown(run.input);
  return line.str();
}

Progress::Progress(const std::string& when)
    : is_terminal_(isatty(STDERR_FILENO) == 1),
      is_shown_(when == "always" || (when == "auto" && is_terminal_)) {}

Progress::~Progress() { clear(); }

bool Progress::is_due() const {
  const auto pause = is_terminal_ ? between_lines_on_a_terminal : between_lines_in_a_log;
  return is_shown_ && std::chrono::steady_clock::now() - last_ >= pause;
}

void Progress::show(const RunState& run) {
  last_ = std::chrono::steady_clock::now();
  if (is_terminal_) std::cerr << to_line_start_and_erase << progress_line(run) << std::flush;
  else std::cerr << progress_line(run) << "\n";
  is_on_screen_ = is_terminal_;
}

void Progress::clear() {
  if (is_on_screen_) std::cerr << to_line_start_and_erase << std::flush;
  is_on_screen_ = false;
}

}  // namespace morgue
