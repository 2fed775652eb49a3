// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/bulk_load.h"

#include <limits>
#include <utility>

#include "common/article/article_record.h"
#include "common/error.h"
#include "common/index/storage_error.h"
#include "common/index/stored_article.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

// Shares of the memory: inverters get the rest of what these and the lexicons leave.
constexpr std::size_t share_of_inverters = 2;  // a half
constexpr std::size_t share_of_lexicons = 4;
constexpr std::size_t share_of_waiting = 16;

BulkOptions of_inverters(BulkOptions options) {
  options.memory /= share_of_inverters;
  return options;
}

std::size_t words_in_lexicon(const BulkOptions& options) {
  return options.memory / share_of_lexicons / Analyser::bytes_of_word / options.lanes;
}

/// Beside the texts, which an article holds twice: in its fields and as it will be stored.
constexpr std::size_t bytes_of_waiting = 1024;
std::size_t bytes_of(const std::string& content) { return 2 * content.size() + bytes_of_waiting; }

}  // namespace

BulkLoad::BulkLoad(fs::path generation, const BulkOptions& options)
    : generation_(std::move(generation)),
      options_(options),
      builder_(generation_, of_inverters(options)),
      later_path_((generation_ / "later").string()) {
  if (options_.lanes < 2) {
    analyser_ = std::make_unique<Analyser>(options_.time_zone, words_in_lexicon(options_));
    return;
  }
  for (std::size_t lane = 0; lane < options_.lanes; ++lane)
    threads_.emplace_back([this, lane] { run_lane(lane); });
}

BulkLoad::~BulkLoad() {
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
  }
  stop();
}

bool BulkLoad::put(Article article, std::string content) {
  if (!is_new(article.id)) {
    keep_for_later(article.taken, {}, content);
    return false;
  }
  if (last_docid_ == std::numeric_limits<std::uint32_t>::max())
    throw Error(ErrorKind::storage, "an archive holds no more than 4,294,967,295 articles",
                "build several archives");
  give({++last_docid_, std::move(article), std::move(content)});
  return true;
}

void BulkLoad::remove(const std::string& id) {
  if (ids_.contains(std::hash<std::string>()(id))) keep_for_later(0, id, {});
}

bool BulkLoad::is_new(const std::string& id) { return ids_.insert(std::hash<std::string>()(id)).second; }

void BulkLoad::keep_for_later(std::int64_t taken, std::string_view id, std::string_view content) {
  if (!later_) later_ = std::make_unique<FileWriter>(later_path_);
  later_->append_uint(static_cast<std::uint64_t>(taken));
  later_->append_string(id);
  later_->append_string(content);
}

void BulkLoad::give(Waiting article) {
  if (analyser_) return add(0, *analyser_, article);
  const std::size_t bytes = bytes_of(article.content);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] {
    return failure_ || waiting_.empty() || waiting_bytes_ + bytes <= options_.memory / share_of_waiting;
  });
  if (failure_) std::rethrow_exception(failure_);
  waiting_bytes_ += bytes;
  waiting_.push_back(std::move(article));
  changed_.notify_all();
}

void BulkLoad::run_lane(std::size_t lane) {
  try {
    Analyser analyser(options_.time_zone, words_in_lexicon(options_));
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return failure_ || is_stopped_ || !waiting_.empty(); });
      if (failure_ || waiting_.empty()) return;
      const Waiting next = std::move(waiting_.front());
      waiting_.pop_front();
      waiting_bytes_ -= bytes_of(next.content);
      changed_.notify_all();
      lock.unlock();
      add(lane, analyser, next);
      lock.lock();
    }
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::current_exception();
    changed_.notify_all();
  }
}

void BulkLoad::add(std::size_t lane, Analyser& analyser, const Waiting& waiting) {
  const AnalysedArticle analysed = analyser.analyse(waiting.article);
  const StoredMoments moments{.taken = waiting.article.taken, .added = analysed.added_moment};
  builder_.add(lane, waiting.docid, analysed, to_stored(moments, waiting.content));
}

void BulkLoad::stop() {
  {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    changed_.notify_all();
  }
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

void BulkLoad::finish() {
  stop();
  if (failure_) std::rethrow_exception(failure_);
  if (later_) later_->close();
  builder_.finish();
}

void BulkLoad::each_later_change(const std::function<void(LaterChange)>& change) {
  if (!later_) return;
  {
    FileReader file(later_path_);
    while (!file.at_end()) {
      const auto taken = static_cast<std::int64_t>(file.read_uint());
      LaterChange later{std::nullopt, std::string(file.read_string())};
      const std::string content(file.read_string());
      if (!content.empty()) {
        later.article = from_record(content);
        if (!later.article) throw Error(ErrorKind::storage, later_path_ + " was damaged", "try again");
        later.article->taken = taken;
      }
      change(std::move(later));
    }
  }
  with_file_errors("cannot remove " + later_path_, [&] { return fs::remove(later_path_); });
}

}  // namespace morgue
