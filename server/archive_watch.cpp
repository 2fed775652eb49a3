// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/archive_watch.h"

#include <condition_variable>
#include <optional>
#include <string_view>
#include <utility>

#include "common/search/searcher.h"

namespace morgue {

ArchiveWatch::ArchiveWatch(std::string directory, std::function<void(std::string_view what)> report,
                           std::chrono::milliseconds every)
    : directory_(std::move(directory)),
      report_(std::move(report)),
      every_(every),
      thread_([this](const std::stop_token& stop) { watch(stop); }) {}

ArchiveStatus ArchiveWatch::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

void ArchiveWatch::watch(const std::stop_token& stop) {
  std::optional<Searcher> searcher;
  std::condition_variable_any bell;
  while (!stop.stop_requested()) {
    look(searcher);
    std::unique_lock lock(mutex_);
    bell.wait_for(lock, stop, every_, [] { return false; });
  }
}

void ArchiveWatch::look(std::optional<Searcher>& searcher) {
  try {
    if (!searcher) searcher.emplace(directory_);
    auto generation = searcher->generation();
    const auto articles = searcher->articles();
    const std::lock_guard lock(mutex_);
    if (!status_.generation.empty() && status_.generation != generation) ++status_.reopened;
    status_ = {true, std::move(generation), articles, status_.reopened};
  } catch (const std::exception& failure) {
    searcher.reset();
    const std::lock_guard lock(mutex_);
    if (std::exchange(status_.is_open, false)) report_(failure.what());
  }
}

}  // namespace morgue
