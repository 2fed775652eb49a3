// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of each class, drawn from an archive's own words by a fixed seed. Knows nothing of who answers
// them.
#pragma once

#include <string>
#include <vector>

#include "common/index/archive_reader.h"

namespace morgue::benchmarks {

struct DrawnQuery {
  std::string ours;
  std::string fts5;
};

struct QueryClass {
  std::string name;
  std::vector<DrawnQuery> queries;  // none where the articles have nothing to draw from
};

/// `count` queries of each class, of words in plain letters, which both cut alike.
std::vector<QueryClass> drawn_queries(ArchiveReader&, std::size_t count);

}  // namespace morgue::benchmarks
