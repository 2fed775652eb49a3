// SPDX-License-Identifier: GPL-3.0-or-later
// Takes articles one after another and builds a generation of them in bulk, on several threads. What comes a
// second time, or is to be taken out again, is kept aside, for whoever writes in place afterwards. Knows
// nothing of which generation is current.
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "common/article/article.h"
#include "common/index/bulk/bulk_builder.h"
#include "common/index/bulk/byte_file.h"

namespace morgue {

/// What is to be done in place when the rest is built, in this order.
struct LaterChange {
  std::optional<Article> article;  // to be put, with `taken`; else `id` is to be removed
  std::string id;
};

/// Throws as BulkBuilder. Its functions are to be called by one thread at a time.
class BulkLoad {
 public:
  BulkLoad(std::filesystem::path generation, const BulkOptions&);
  ~BulkLoad();

  /// The article must have an id, `taken` and `added`, and be one that an archive can take; `content` is
  /// content_of(article). Whether it was taken: one whose id may have come before is kept for later.
  bool put(Article, std::string content);
  /// Keeps it for later if there may be such an article.
  void remove(const std::string& id);

  /// Builds the generation. Nothing can be put or removed then.
  void finish();
  /// After finish().
  void each_later_change(const std::function<void(LaterChange)>&);

  std::uint64_t articles() const { return last_docid_; }
  const std::string& time_zone() const { return options_.time_zone; }
  const std::filesystem::path& path() const { return generation_; }

 private:
  struct Waiting {
    std::uint32_t docid;
    Article article;
    std::string content;
  };

  bool is_new(const std::string& id);
  void keep_for_later(std::int64_t taken, std::string_view id, std::string_view content);
  void give(Waiting);
  void run_lane(std::size_t lane);
  void add(std::size_t lane, Analyser&, const Waiting&);
  void stop();

  const std::filesystem::path generation_;
  const BulkOptions options_;
  BulkBuilder builder_;
  boost::unordered_flat_set<std::uint64_t> ids_;  // hashed: two ids may be taken for one, and kept for later
  std::uint32_t last_docid_ = 0;
  std::string later_path_;
  std::unique_ptr<FileWriter> later_;

  std::unique_ptr<Analyser> analyser_;  // where there is one lane, and no thread for it
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> waiting_;
  std::size_t waiting_bytes_ = 0;
  bool is_stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace morgue
