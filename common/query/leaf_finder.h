// SPDX-License-Identifier: GPL-3.0-or-later
// Where one word, phrase or literal occurs in a text of one article. Knows nothing of fields or of what joins
// leaves.
#pragma once

#include <functional>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/query.h"
#include "common/query/term_sequence.h"

namespace morgue {

/// Adds each occurrence; perhaps not all where only the first is asked for.
using LeafFinder = std::function<void(const AnalysedText&, bool only_the_first, std::vector<Place>&)>;

/// The leaf and the article must outlive the finder.
LeafFinder finder_of(const Word&, const AnalysedArticle&);
LeafFinder finder_of(const Phrase&, const AnalysedArticle&);
LeafFinder finder_of(const Literal&, const AnalysedArticle&);
/// Of the term as it is, not stemmed.
LeafFinder finder_of(const Term&, const AnalysedArticle&);

/// Two occurrences of a leaf one of which lies within the other are one: the longer.
std::vector<Place> without_inner(std::vector<Place>);

}  // namespace morgue
