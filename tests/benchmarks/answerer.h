// SPDX-License-Identifier: GPL-3.0-or-later
// Who answers a query: Morgue, SQLite's FTS5, or Xapian as its own tools use it. One answer is the exact
// total, the ten best (or newest) with their marks and a snippet each and, where it is asked, the ten most
// frequent sources. Knows nothing of clocks.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "tests/benchmarks/drawn_queries.h"

namespace morgue::benchmarks {

/// Not thread-safe.
class Answerer {
 public:
  Answerer() = default;
  virtual ~Answerer() = default;
  Answerer(const Answerer&) = delete;
  Answerer& operator=(const Answerer&) = delete;

  /// The total, after all the rest of the answer was read.
  virtual std::uint64_t answer(const DrawnQuery&) = 0;
};

std::unique_ptr<Answerer> morgue_answerer(const std::string& archive);
/// Of a file with a table `articles` of FTS5 with the columns title, body, people, id, published and source.
std::unique_ptr<Answerer> sqlite_answerer(const std::string& file);
/// Of a database that scriptindex made by tests/benchmarks/peers/scriptindex.py: parsed by Xapian's
/// QueryParser, with the snippets of its MSet.
std::unique_ptr<Answerer> xapian_answerer(const std::string& database);

}  // namespace morgue::benchmarks
