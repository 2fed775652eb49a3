// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of an archive: opens, follows the current generation, finds articles by id. One per thread.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/index/archive.h"

namespace morgue {

class ArchiveReader {
 public:
  /// Throws Error(not_found, incompatible, storage).
  explicit ArchiveReader(const std::string& directory);

  /// Opens what was committed or swapped in since; whether there was anything new.
  bool follow();

  /// What changes with every commit and swap: "uuid:revision".
  std::string generation() const;
  const std::string& time_zone() const { return time_zone_; }
  /// Stem languages of the articles; "" is always among them, last.
  const std::vector<std::string>& languages() const { return languages_; }
  Xapian::Database& database() { return database_; }

  std::optional<Article> find(const std::string& id);

 private:
  void read_metadata();

  ArchiveDirectory directory_;
  std::filesystem::path generation_path_;
  Xapian::Database database_;
  std::string time_zone_;
  std::vector<std::string> languages_;
};

}  // namespace morgue
