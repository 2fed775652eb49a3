// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that find only what matches, but perhaps not all of it, for parts of which a plan finds too much.
// Knows nothing of trees beyond one part.
#pragma once

#include "common/query/query.h"
#include "common/search/position_queries.h"
#include "common/search/word_queries.h"

namespace morgue {

/// To be asked without weights.
struct SureQuery {
  Xapian::Query query;
  bool finds_all = false;
};

class SureQueries {
 public:
  SureQueries(const WordQueries& words, const PositionQueries& positions)
      : words_(words), positions_(positions) {}

  /// All the words stand in one value. Where it finds all, that is so but for articles with long values:
  /// schema::long_value_term().
  SureQuery in_one_value(const OneValue&) const;

 private:
  SureQuery close_together(Field, const std::vector<Term>& terms, const std::string& language) const;

  const WordQueries& words_;
  const PositionQueries& positions_;
};

}  // namespace morgue
