// SPDX-License-Identifier: GPL-3.0-or-later
// The stored bytes of an article, both ways: a version byte, the moments the archive sets itself, and the
// content, compressed. Knows nothing of words, terms or Xapian.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/article/article.h"

namespace morgue {

/// In seconds since 1970.
struct StoredMoments {
  std::int64_t taken = 0;
  std::optional<std::int64_t> added;
  bool operator==(const StoredMoments&) const = default;
};

/// The record of an article: two versions with the same content are the same article. Throws as to_record().
std::string content_of(const Article&);

/// The version byte, `taken` and `added` as schema::sortable, and the content compressed by zstd, so that
/// Xapian's own compression, whose reader fails on some repetitive data (XAPIAN.md 1), never meets anything
/// it would shrink. Throws as content_of().
std::string to_stored(const Article&);
std::string to_stored(const StoredMoments&, std::string_view content);

/// All of these throw Error(storage) for data that is not ours.
Article from_stored(std::string_view stored);
std::string stored_content(std::string_view stored);
StoredMoments stored_moments(std::string_view stored);

/// The same bytes with another moment.
std::string with_added(std::string stored, std::int64_t added);

}  // namespace morgue
