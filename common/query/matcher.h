// SPDX-License-Identifier: GPL-3.0-or-later
// The matcher: whether an article matches a tree, and where. The law: the index must find exactly the
// articles accepted here.
#pragma once

#include <cstdint>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/query.h"

namespace morgue {

/// Bytes [begin, end) of the title, the body, or the name people[value].
struct Span {
  Field field = Field::body;  // title, body or person
  std::uint32_t value = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t leaf = 0;  // which word or phrase of the tree: leaves counted left to right from 0
  bool operator==(const Span&) const = default;
};

struct Match {
  bool matches = false;
  /// By field, value and begin: every occurrence that takes part in a true part of the tree.
  std::vector<Span> spans;
};

bool matches(const Node&, const AnalysedArticle&);
/// Spans are empty where the article does not match.
Match match(const Node&, const AnalysedArticle&);

}  // namespace morgue
