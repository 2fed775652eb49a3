// SPDX-License-Identifier: GPL-3.0-or-later
// The writer of one generation: put, remove, commit, in place. Knows nothing of which generation is current.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

#include "common/index/archive_writer.h"
#include "common/index/known_articles.h"
#include "common/index/positions/position_writer.h"
#include "common/index/prepared_article.h"
#include "common/index/stem_forms.h"
#include "common/index/vocabulary.h"

namespace morgue {

/// An empty generation in an empty directory.
void make_empty_generation(const std::filesystem::path&, const std::string& time_zone);

struct GenerationWriterOptions {
  std::size_t flush_bytes = 0;
  std::chrono::milliseconds between_commits{0};
  bool is_private = false;  // nobody reads it, and it is thrown away when this process ends early
  std::chrono::milliseconds longest_lease{0};
};

/// As ArchiveWriter promises. The generation must be there and nobody else write to it.
class GenerationWriter {
 public:
  GenerationWriter(std::filesystem::path generation, const GenerationWriterOptions&);

  PreparedArticle prepare(const Article& article, std::int64_t now) {
    return preparer_.prepare(article, now);
  }
  /// An article that is new here was added when `before` says, if it does.
  Put put(PreparedArticle, const std::optional<std::int64_t>& before = std::nullopt);
  bool remove(const std::string& id);
  void commit();
  /// Removes what is kept of words for their stems' sake but stands in no article any more.
  void forget_words_without_articles();

  std::uint64_t articles() const { return database_.get_doccount(); }
  const std::string& time_zone() const { return preparer_.zone().name(); }
  const std::filesystem::path& path() const { return generation_; }

 private:
  template <class Function>
  auto checked(const std::string& doing, Function&& function) -> decltype(function());
  void begin_transaction();
  void begin_change();
  std::optional<KnownArticle> find(const std::string& id);
  void complete(PreparedArticle&);
  void write(const PreparedArticle&, const std::optional<KnownArticle>& known);
  void forget_words_of(const KnownArticle&);
  bool is_time_to_commit() const;
  void wait_for_readers() const;
  std::chrono::nanoseconds readers_need() const;

  const std::filesystem::path generation_;
  const GenerationWriterOptions options_;
  Xapian::WritableDatabase database_;
  ArticlePreparer preparer_;
  VocabularyWriter vocabulary_;
  PositionWriter positions_;
  StemFormsWriter stem_forms_;
  std::set<std::string> languages_;
  bool failed_ = false;
  bool changed_ = false;
  std::size_t pending_bytes_ = 0;
  std::uint64_t committed_articles_ = 0;
};

}  // namespace morgue
