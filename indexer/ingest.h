// SPDX-License-Identifier: GPL-3.0-or-later
// Takes what the inputs give into the archive, on several threads and in the order given: counts, rejects,
// progress. Knows no files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "common/ordered_flow.h"
#include "indexer/inputs/article_sink.h"
#include "indexer/intake.h"
#include "indexer/memory.h"
#include "indexer/rejects.h"
#include "indexer/summary.h"
#include "indexer/target.h"

namespace morgue {

struct IngestOptions {
  std::string language = "auto";  // as add_language takes it
  std::size_t threads = 1;
  Memory memory{};
  bool is_strict = false;  // the first reject ends all
  Shapes shapes{};
};

class Ingest : public ArticleSink {
 public:
  /// Target and rejects must outlive this.
  Ingest(Target&, Rejects&, const IngestOptions&, Clock now);

  /// Given by one thread. A reject stops nothing; Error(storage) and its like do, and come out of a later
  /// call.
  void take_text(const Piece&) override;
  void take_page(const Page&) override;
  void take(nlohmann::json article, const Place& begin) override;
  void reject(const Fault&) override;
  Likeness likeness(const nlohmann::json&) const override;
  /// To be called before anything is given. Whether there was such an article.
  bool remove(const std::string& id);
  /// Waits until all that was given is in the target.
  void finish() { flow_.finish(); }

  /// Called for each article or fault with its place.
  void on_progress(std::function<void(const Place&)> listener) { on_progress_ = std::move(listener); }

  /// Articles and faults that the inputs gave.
  std::uint64_t given() const { return given_; }
  /// The same without files that could not be read.
  std::uint64_t seen() const { return seen_; }
  /// After finish().
  const Summary& summary() const { return summary_; }

 private:
  struct GivenArticle {
    nlohmann::json json;
    Place begin;
  };
  using Given = std::variant<Piece, Page, GivenArticle, Fault>;
  using Flow = OrderedFlow<Given, std::vector<Outcome>>;

  Flow::Work begin_work(const IngestOptions&, const Clock&) const;
  void give(Given, std::size_t bytes, const Place&);
  void write(Outcome);
  void put(ArticleToPut);
  void refuse(const Fault&);
  void count(Put);

  Target& target_;
  Rejects& rejects_;
  const bool is_strict_;
  Shapes shapes_;
  std::function<void(const Place&)> on_progress_;
  std::uint64_t given_ = 0;
  std::uint64_t seen_ = 0;
  Summary summary_;
  Flow flow_;  // last: its threads end before what they use
};

}  // namespace morgue
