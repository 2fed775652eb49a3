// SPDX-License-Identifier: GPL-3.0-or-later
// What must be marked, worked out from the meaning of the tree: the occurrences of every leaf that stands in
// a true part, and none under NOT. Of the matcher it asks single leaves only.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/matcher.h"
#include "common/query/query.h"
#include "common/search/searcher.h"

namespace morgue::oracle {

using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Code points, half open, ascending and disjoint.
struct Marks {
  Ranges title, body;
  std::map<std::size_t, Ranges> people;  // only names with a mark
  bool operator==(const Marks&) const = default;
  bool empty() const { return title.empty() && body.empty() && people.empty(); }
};

Marks expected_marks(const Node& tree, const AnalysedArticle&);

Marks marks_of(const MarkedArticle&);
std::string to_text(const Marks&);

/// Whether the article would not match if none of the words in title, body and people stood there.
bool rests_on_a_word(const Node& tree, const AnalysedArticle&);

}  // namespace morgue::oracle
