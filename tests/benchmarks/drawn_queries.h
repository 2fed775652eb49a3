// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of each class, drawn from an archive's own words by a fixed seed, and how they are written for
// Morgue and for SQLite's FTS5. Knows nothing of who answers them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/archive_reader.h"

namespace morgue::benchmarks {

/// What is asked of the words. The last two: all of them, and more than the best ten.
enum class Asked { all, any, phrase, prefix, person, newest, facets };

/// "all", "any" ...
std::string_view name_of(Asked);
/// Throws std::invalid_argument for another name.
Asked asked_of(std::string_view name);

struct DrawnQuery {
  Asked asked = Asked::all;
  std::vector<std::string> words;
};

std::string for_morgue(const DrawnQuery&);
std::string for_fts5(const DrawnQuery&);
/// The words with this between them.
std::string joined(const std::vector<std::string>& words, std::string_view between);

struct QueryClass {
  std::string name;
  std::vector<DrawnQuery> queries;  // none where the articles have nothing to draw from
};

/// `count` queries of each class, of words in plain letters, which all engines cut alike.
std::vector<QueryClass> drawn_queries(ArchiveReader&, std::size_t count);

}  // namespace morgue::benchmarks
