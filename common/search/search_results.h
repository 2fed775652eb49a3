// SPDX-License-Identifier: GPL-3.0-or-later
// SearchResults: the answer. A highlight is text plus ranges; marking it up belongs to each renderer.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/query/query_parser.h"

namespace morgue {

/// Ranges are half open, ascending, disjoint, and count code points of `text`.
struct Highlight {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  std::size_t start = 0;  // code point of the article's field at which `text` begins
  bool operator==(const Highlight&) const = default;
};

struct HighlightedName {
  std::size_t index = 0;  // in the article's people
  Highlight highlight;
  bool operator==(const HighlightedName&) const = default;
};

struct SearchResult {
  Article article;
  double score = 0;
  Highlight title;
  std::vector<Highlight> body;
  std::vector<HighlightedName> people;  // only names with a mark
};

/// exact, or at least so many.
enum class Relation { eq, gte };

struct SearchResults {
  std::string text;
  std::string understood;
  std::vector<Warning> warnings;
  std::uint64_t total = 0;
  Relation relation = Relation::eq;
  std::size_t offset = 0;
  std::size_t limit = 0;
  std::string generation;
  double took_ms = 0;
  std::uint64_t verified = 0;  // articles whose text was read to decide
  std::vector<SearchResult> results;
};

}  // namespace morgue
