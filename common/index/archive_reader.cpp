// SPDX-License-Identifier: GPL-3.0-or-later
// Reading: an open database stays on its generation whatever the pointer says, hence the comparison in
// follow().
#include "common/index/archive_reader.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "common/index/known_articles.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/xapian_errors.h"

namespace morgue {
namespace {

// Of several shards Xapian tells no revision; what a commit changes stands for it.
std::string revision_of(const Xapian::Database& database) {
  if (database.size() == 1) return std::to_string(database.get_revision());
  return std::to_string(database.get_lastdocid()) + "." + std::to_string(database.get_doccount()) + "." +
         std::to_string(database.get_total_length());
}

/// The databases that a stub names, a line each; without a stub the one at the path.
std::vector<Xapian::Database> shards_at(const std::filesystem::path& path) {
  std::vector<Xapian::Database> shards;
  std::ifstream stub(path / "XAPIANDB");
  for (std::string line; std::getline(stub, line);) {
    const auto space = line.find(' ');
    if (line.empty() || line.front() == '#' || space == std::string::npos) continue;
    shards.emplace_back((path / line.substr(space + 1)).string());
  }
  if (shards.empty()) shards.emplace_back(path.string());
  return shards;
}

}  // namespace

ArchiveReader::ArchiveReader(const std::string& directory) : directory_(directory) {
  open(directory_.current());
}

bool ArchiveReader::follow() {
  const CurrentGeneration now = directory_.current_since(current_);
  if (now != current_) {
    open(now);
    return true;
  }
  return with_xapian_errors("cannot read " + current_.path.string(), [&] {
    try {
      if (!database_.reopen()) return false;
    } catch (const Xapian::DatabaseOpeningError&) {
      open(now);  // a replica whose files were all replaced is found by its path again
      return true;
    }
    read_metadata(database_);
    return true;
  });
}

Lease ArchiveReader::lease() {
  for (;;) {
    follow();
    Lease lease(current_.path, with_xapian_errors("cannot read " + current_.path.string(),
                                                  [&] { return std::uint64_t{database_.get_revision()}; }));
    // It is in time if this was still the last commit when the lease could be seen.
    if (!follow()) return lease;
  }
}

void ArchiveReader::open(const CurrentGeneration& generation) {
  with_xapian_errors("cannot open " + generation.path.string(), [&] {
    auto shards = shards_at(generation.path);
    Xapian::Database opened;
    for (const auto& shard : shards) opened.add_database(shard);
    read_metadata(opened);
    database_ = opened;
    shards_ = std::move(shards);
    current_ = generation;
  });
}

void ArchiveReader::read_metadata(const Xapian::Database& database) {
  std::vector<std::string> languages;
  std::istringstream words(database.get_metadata(std::string(schema::languages_key)));
  for (std::string language; words >> language;) languages.push_back(language);
  languages.emplace_back();
  time_zone_ = database.get_metadata(std::string(schema::time_zone_key));
  languages_ = std::move(languages);
  vocabulary_.reset();
  known_.forget();
}

std::string ArchiveReader::generation() const {
  return with_xapian_errors("cannot read " + current_.path.string(),
                            [&] { return database_.get_uuid() + ":" + revision_of(database_); });
}

const Vocabulary& ArchiveReader::vocabulary() {
  if (!vocabulary_)
    with_xapian_errors("cannot read the words of " + current_.path.string(),
                       [&] { vocabulary_.emplace(Shards(shards_)); });
  return *vocabulary_;
}

std::optional<Article> ArchiveReader::find(const std::string& id) {
  return with_xapian_errors("cannot look for article " + id, [&]() -> std::optional<Article> {
    const auto known = find_article(database_, id);
    if (!known) return std::nullopt;
    return from_stored(known->stored);
  });
}

}  // namespace morgue
