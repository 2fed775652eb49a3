// SPDX-License-Identifier: GPL-3.0-or-later
// What a run would make of an archive, found out without writing. Knows nothing of inputs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

#include "common/index/archive_writer.h"
#include "common/index/known_articles.h"
#include "common/index/prepared_article.h"

namespace morgue {

class Rehearsal {
 public:
  /// Of a run over this generation, or of one that begins with nothing. Throws Error(storage).
  explicit Rehearsal(const std::optional<std::filesystem::path>& generation);

  /// As ArchiveWriter in place: what was put and removed before counts as if it were there. What is put takes
  /// some 100 bytes.
  Put put(const PreparedArticle&);
  bool remove(const std::string& id);
  /// There would be so many.
  std::uint64_t articles() const { return articles_; }

 private:
  struct Version {
    std::uint64_t content = 0;  // a hash of it
    std::string stored;         // what decides which version is older; "" for nothing
  };
  using Versions = std::unordered_map<std::string, std::optional<Version>>;  // by id; nullopt: removed

  Put put_again(const PreparedArticle&, std::optional<Version>& before);
  bool is_known(const std::string& id);

  std::optional<KnownArticles> known_;
  std::uint64_t articles_ = 0;
  Versions versions_;  // of this run
};

}  // namespace morgue
