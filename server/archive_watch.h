// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveWatch: looks every second whether the archive can be read and what is in it, so that health and
// metrics need not. Answers no query.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "common/search/searcher.h"

namespace morgue {

struct ArchiveStatus {
  bool is_open = false;
  std::string generation = {};  // "uuid:revision"; the last that was seen
  std::uint64_t articles = 0;   // likewise
  std::uint64_t reopened = 0;   // how often there was another generation
};

class ArchiveWatch {
 public:
  /// `report` is told, on the watch's thread, when the archive can no longer be read, and why.
  ArchiveWatch(std::string directory, std::function<void(std::string_view what)> report,
               std::chrono::milliseconds every = std::chrono::seconds(1));

  ArchiveStatus status() const;

 private:
  void watch(const std::stop_token&);
  void look(std::optional<Searcher>&);

  const std::string directory_;
  const std::function<void(std::string_view what)> report_;
  const std::chrono::milliseconds every_;
  mutable std::mutex mutex_;
  ArchiveStatus status_;
  std::jthread thread_;
};

}  // namespace morgue
