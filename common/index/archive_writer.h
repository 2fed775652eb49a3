// SPDX-License-Identifier: GPL-3.0-or-later
// The writer of an archive: put, remove, commit, in place or in a generation built beside. Knows nothing of
// inputs. Hides Xapian.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "common/article/article.h"

namespace morgue {

struct PreparedArticle;

enum class Put {
  added,
  replaced,
  unchanged,
  older,
  later,  // only in bulk: what it becomes is seen by publish()
};

enum class Build {
  in_place,   // readers see each commit
  on_a_copy,  // of what is there, readers see nothing before publish()
  anew,       // from nothing, readers see nothing before publish()
  with_more,  // of what is there and what comes, in bulk where it can be, readers see nothing before
              // publish()
};

/// What became of all that was put or removed later.
struct LaterCounts {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t older = 0;
  std::uint64_t removed = 0;
};

struct ArchiveWriterOptions {
  std::string time_zone{};  // "": the archive's own, UTC for a new one
  std::size_t flush_bytes =
      4u << 20;  // commit after so many bytes of article text, or up to four times as many rather than wait
  std::chrono::milliseconds between_commits{1000};  // a reader survives one commit, not two
  std::chrono::milliseconds longest_lease{60'000};  // to be waited for where a reader holds one
  Build build = Build::in_place;
  bool in_bulk = false;                        // what is built anew or with more: see BulkLoad
  std::size_t threads = 1;                     // in bulk
  std::size_t memory = 512u << 20;             // in bulk, in bytes
  std::optional<std::uint64_t> input_bytes{};  // to come, where it is known, so as to see that there is room
};

/// Holds the archive's lock; makes the archive where there is none, so that readers can open it at once.
/// Throws Error(locked, incompatible, storage), and Error(usage) for a directory that holds something else,
/// an unknown time zone, or another one than the archive's. Nothing that was put is promised before commit()
/// returns; a commit may come earlier, by flush_bytes. An archive built anew keeps `added`, and the time zone
/// if no other is given; it may take the place of one that is broken or of another format. What is not
/// committed when the writer ends is dropped. After an Error(storage) the writer refuses everything. Waits
/// before a change that a reader with a lease would not survive. Not thread-safe.
class ArchiveWriter {
 public:
  ArchiveWriter(const std::string& directory, const ArchiveWriterOptions& options);
  ~ArchiveWriter();

  /// The article must have an id; `added` and `taken` are set here, from `now` in seconds since 1970.
  /// Replaces the article with this id, unless both carry `updated` and this one's is earlier (older), or
  /// nothing has changed (unchanged). An unchanged article whose date has come since, so that it counts now,
  /// is replaced. Throws Error(bad_input) for an article that cannot be taken; the archive is then as it was.
  Put put(const Article&, std::int64_t now);
  /// The same with what was prepared elsewhere: ArticlePreparer with this archive's time zone.
  Put put(PreparedArticle);
  /// Whether there was such an article. In bulk one that was put is removed later.
  bool remove(const std::string& id);
  /// Waits until `between_commits` have passed since the commit before. Does nothing if nothing was put or
  /// removed.
  void commit();
  /// Commits; makes what was built beside current and keeps what it replaces for a way back. Without it what
  /// was built beside goes with the writer, and leaves no trace.
  void publish();

  /// After publish().
  const LaterCounts& later() const;
  /// Whether it is built in bulk; if it should be and is not, why.
  bool is_in_bulk() const;
  const std::string& why_not_in_bulk() const;

  const std::string& time_zone() const;
  /// Where it writes.
  const std::filesystem::path& generation() const;
  /// Number of articles, with what is not committed yet.
  std::uint64_t articles() const;
  /// Articles for which it could not be read when the archive before had taken them first.
  std::uint64_t moments_lost() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Throws Error(usage) where an archive's time zone is not the one asked for; "" asks for none.
void check_time_zone(const std::string& kept, const std::string& asked_for);

}  // namespace morgue
