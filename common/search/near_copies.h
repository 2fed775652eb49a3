// SPDX-License-Identifier: GPL-3.0-or-later
// How much of one article's text stands in another: the same wire report in two papers, an update of an
// earlier version. Knows nothing of searches.
#pragma once

#include <cstdint>
#include <vector>

#include "common/article/analysed_article.h"

namespace morgue {

/// The sequences of four words (fewer only where the article has fewer) in title and body, each as a number,
/// sorted and each once: w-shingling (Broder, On the resemblance and containment of documents, 1997).
using Shingles = std::vector<std::uint64_t>;
Shingles shingles_of(const AnalysedArticle&);

/// The share of the shorter text's shingles that the other has too, 0 to 1.
double overlap(const Shingles&, const Shingles&);

/// From this overlap on two articles are near copies.
inline constexpr double least_overlap_of_copies = 0.5;

}  // namespace morgue
