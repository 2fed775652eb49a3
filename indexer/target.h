// SPDX-License-Identifier: GPL-3.0-or-later
// The archive that a run writes: opened when it is needed, and in a dry run only read. Knows nothing of
// inputs.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/index/archive_writer.h"
#include "common/index/prepared_article.h"
#include "indexer/rehearsal.h"

namespace morgue {

class Target {
 public:
  /// Opens an archive that is there; a new one is made by the first article. Throws as ArchiveWriter.
  Target(std::string archive, const ArchiveWriterOptions&, bool is_dry_run);

  /// As ArchiveWriter, also in a dry run.
  Put put(PreparedArticle);
  bool remove(const std::string& id);
  /// Ends what was begun; without it an archive that is built beside is not to be seen.
  void publish();
  std::uint64_t articles() const;

  /// Whose days are meant, by the archive or, for a new one, the options.
  const std::string& time_zone() const { return options_.time_zone; }
  /// What the articles to come may be compared with, so as not to do again what is done.
  const std::optional<std::filesystem::path>& generation() const { return generation_; }
  /// Not where articles go to a BulkLoad, if Xapian is known to it, and not in a dry run.
  bool needs_documents() const { return !rehearsal_ && !(is_built_beside() && options_.in_bulk); }
  /// As ArchiveWriter.
  bool is_in_bulk() const { return writer_ && writer_->is_in_bulk(); }
  std::string why_not_in_bulk() const { return writer_ ? writer_->why_not_in_bulk() : ""; }
  LaterCounts later() const { return writer_ ? writer_->later() : LaterCounts{}; }
  std::uint64_t moments_lost() const { return writer_ ? writer_->moments_lost() : 0; }

 private:
  bool is_built_beside() const { return options_.build == Build::anew || options_.build == Build::with_more; }
  void rehearse();
  void open();
  ArchiveWriter& writer();

  std::string archive_;
  ArchiveWriterOptions options_;
  std::optional<std::filesystem::path> generation_;
  std::optional<Rehearsal> rehearsal_;  // in a dry run
  std::unique_ptr<ArchiveWriter> writer_;
};

}  // namespace morgue
