// SPDX-License-Identifier: GPL-3.0-or-later
// The archive directory: its generations, the current one, the writer's lock and the format version.
// Knows nothing of documents.
//
//   DIR/archive.json          {"format": 1}
//   DIR/lock                  held by the writer (an OS lock: never stale after a kill); names its process
//   DIR/current               symbolic link to generations/N, swapped by rename
//   DIR/generations/000002/   a Xapian database; in it
//     before                  symbolic link to the generation whose place it took, kept for a way back
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace morgue {

/// The generation that is answered from. `swapped` differs from swap to swap, even to a directory of the same
/// name.
struct CurrentGeneration {
  std::filesystem::path path;
  std::int64_t swapped = 0;  // nanoseconds
  std::uint64_t link = 0;    // the inode of the pointer
  bool operator==(const CurrentGeneration&) const = default;
};

/// Everything here throws Error(storage) for what the disk refuses.
class ArchiveDirectory {
 public:
  explicit ArchiveDirectory(std::filesystem::path);

  const std::filesystem::path& path() const { return path_; }
  /// Whether a generation has been made current.
  bool exists() const;

  /// Throws Error(not_found) where there is no archive, Error(incompatible) for another format version.
  void check() const;
  /// Throws as check().
  CurrentGeneration current() const;
  /// The same for who knows one already: while the pointer is the one it was read from, nothing else is
  /// looked at.
  CurrentGeneration current_since(const CurrentGeneration& known) const;
  /// Where the current generation is, whatever its format; there must be one.
  std::filesystem::path linked() const;
  bool is_of_this_format() const;

  /// The generation kept for a way back from this one, if there is one.
  std::optional<std::filesystem::path> before(const std::filesystem::path& generation) const;

  /// A new directory for a generation, numbered after the last.
  std::filesystem::path new_generation() const;
  /// Makes the generation current, atomically and durably, in this program's format. `before` is kept for a
  /// way back.
  void make_current(const std::filesystem::path& generation,
                    const std::optional<std::filesystem::path>& before = std::nullopt) const;
  /// Makes the generation before the current one the current one. Throws Error(not_found) where none is kept.
  void roll_back() const;

  /// Makes DIR where it is not there yet. Throws Error(usage) for a directory that holds something else.
  void make() const;
  /// Writes archive.json where it is not there yet. Only under the lock. Throws Error(incompatible) for
  /// another format version.
  void begin() const;
  /// The same, but leaves another format version for make_current() to replace.
  void begin_anew() const;
  /// Removes what is not kept: leftovers of runs that died, generations that are neither current nor the one
  /// before. Only under the lock.
  void clean() const;
  /// Removes an archive in which no generation has ever become current; its directory, if that is empty then.
  void remove_begun() const;

 private:
  void check_format() const;
  void point_to(const std::filesystem::path& generation) const;

  std::filesystem::path path_;
};

/// Held from construction to destruction. The directory must be there. Throws Error(locked) naming the
/// process that holds it.
class ArchiveLock {
 public:
  explicit ArchiveLock(const ArchiveDirectory&);
  ~ArchiveLock();
  ArchiveLock(const ArchiveLock&) = delete;
  ArchiveLock& operator=(const ArchiveLock&) = delete;

 private:
  int descriptor_ = -1;
};

}  // namespace morgue
