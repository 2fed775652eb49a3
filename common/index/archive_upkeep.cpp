// SPDX-License-Identifier: GPL-3.0-or-later
// What changes an archive ends in one swap of its pointer.
#include "common/index/archive_upkeep.h"

#include <xapian.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <set>

#include "common/error.h"
#include "common/index/archive.h"
#include "common/index/bulk/self_check.h"
#include "common/index/compaction.h"
#include "common/index/files_on_disk.h"
#include "common/index/generation_writer.h"
#include "common/index/positions/position_check.h"
#include "common/index/xapian_errors.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t flush_bytes = 4u << 20;
constexpr std::chrono::milliseconds for_readers{1000};
constexpr std::chrono::milliseconds nobody_reads{0};

std::uint64_t articles_in(const fs::path& generation) {
  return with_xapian_errors("cannot open " + generation.string(),
                            [&] { return Xapian::Database(generation.string()).get_doccount(); });
}

void remove(const fs::path& generation, std::chrono::milliseconds between_commits,
            std::chrono::milliseconds longest_lease, const std::set<std::string>& ids,
            std::set<std::string>& never_found) {
  GenerationWriter writer(generation, {flush_bytes, between_commits, false, longest_lease});
  for (const auto& id : ids)
    if (writer.remove(id)) never_found.erase(id);
  writer.forget_words_without_articles();
  writer.commit();
}

fs::path copy_of_what_is_alive(const ArchiveDirectory& directory, const fs::path& generation,
                               const std::vector<std::string>& ids) {
  const fs::path copy = directory.new_generation();
  if (has_bound_among(generation, ids)) copy_by_documents(generation, copy);
  else compact(generation, copy);
  return copy;
}

/// "" where there is none. Xapian tells of some, and throws at others.
std::string damage_in(const fs::path& generation) try {
  std::string report;
  if (faults_in_blocks(generation, report) > 0) return report;
  with_xapian_errors("cannot read " + generation.string(),
                     [&] { check_positions(Xapian::Database(generation.string())); });
  return "";
} catch (const Error& error) {
  if (error.kind() != ErrorKind::storage) throw;
  return error.what();
}

}  // namespace

RolledBack roll_back(const std::string& archive) {
  const ArchiveDirectory directory(archive);
  directory.check();
  const ArchiveLock lock(directory);
  RolledBack done{.articles_before = articles_in(directory.current().path), .articles = 0};
  directory.roll_back();
  done.articles = articles_in(directory.current().path);
  directory.clean();
  return done;
}

std::vector<std::string> purge(const std::string& archive, const std::vector<std::string>& ids,
                               std::chrono::milliseconds longest_lease) {
  const ArchiveDirectory directory(archive);
  directory.check();
  const ArchiveLock lock(directory);
  directory.clean();
  const fs::path current = directory.current().path;
  const auto before = directory.before(current);
  require_room(directory.path(), bytes_in(current) + (before ? bytes_in(*before) : 0),
               "leaving no byte of an article");

  std::set<std::string> never_found(ids.begin(), ids.end());
  const std::set<std::string> each(ids.begin(), ids.end());
  remove(current, for_readers, longest_lease, each, never_found);
  if (before) remove(*before, nobody_reads, longest_lease, each, never_found);
  const auto copy_before =
      before ? std::optional(copy_of_what_is_alive(directory, *before, ids)) : std::nullopt;
  if (copy_before) sync_with_contents(*copy_before);
  directory.make_current(copy_of_what_is_alive(directory, current, ids), copy_before);
  directory.clean();
  return {never_found.begin(), never_found.end()};
}

std::uint64_t check_every_block(const std::string& archive) {
  const ArchiveDirectory directory(archive);
  directory.check();
  const ArchiveLock lock(directory);
  const fs::path generation = directory.current().path;
  if (const std::string damage = damage_in(generation); !damage.empty())
    throw Error(ErrorKind::storage, "the archive at " + archive + " is damaged: " + damage,
                "build it anew from the articles with --rebuild, or go back with --rollback");
  return articles_in(generation);
}

}  // namespace morgue
