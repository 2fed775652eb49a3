// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what the inputs give into the archive, one by one: checks, ids, languages, embargoes, counts. Knows
// no files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/inputs/article_sink.h"
#include "indexer/rejects.h"
#include "indexer/summary.h"
#include "indexer/target.h"

namespace morgue {

class Ingest : public ArticleSink {
 public:
  using Clock = std::function<std::int64_t()>;  // seconds since 1970

  /// `language` as add_language takes it. Target and rejects must outlive this.
  Ingest(Target&, Rejects&, std::string language, Clock now);

  /// A reject stops nothing; Error(storage) and its like do.
  void take(nlohmann::json article, const Place& begin) override;
  void reject(const Fault&) override;
  /// Whether there was such an article.
  bool remove(const std::string& id);

  /// Called after each article or fault with its place.
  void on_progress(std::function<void(const Place&)> listener) { on_progress_ = std::move(listener); }

  /// Articles and faults that the inputs gave, without files that could not be read.
  std::uint64_t seen() const { return seen_; }
  const Summary& summary() const { return summary_; }

 private:
  void take_article(Article);
  void take_out(Article);
  void count(Put);

  Target& target_;
  Rejects& rejects_;
  std::string language_;
  Clock now_;
  std::function<void(const Place&)> on_progress_;
  std::uint64_t seen_ = 0;
  Summary summary_;
};

}  // namespace morgue
