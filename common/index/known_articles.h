// SPDX-License-Identifier: GPL-3.0-or-later
// The articles that a generation holds, looked up by id while it may be written to. Knows nothing of which
// generation is current.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace morgue {

struct KnownArticle {
  Xapian::docid docid = 0;
  std::string stored;
};

/// The article with this id; `database` may be one that is written to.
std::optional<KnownArticle> find_article(const Xapian::Database& database, const std::string& id);

/// One per thread. Throws Error(storage).
class KnownArticles {
 public:
  explicit KnownArticles(const std::filesystem::path& generation);

  /// The article's stored bytes at some commit since this was made; whether they still stand, the writer must
  /// see.
  std::optional<std::string> find(const std::string& id);
  /// Number of articles.
  std::uint64_t count() const;

 private:
  std::string name_;
  Xapian::Database database_;
};

}  // namespace morgue
