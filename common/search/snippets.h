// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets: from the matcher's spans to texts with ranges. Knows nothing of queries or of how a mark looks.
#pragma once

#include <cstddef>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/matcher.h"
#include "common/search/search_results.h"

namespace morgue {

/// The whole text with the spans as ranges; overlapping spans become one range.
Highlight whole_text(std::string_view text, const std::vector<Span>& spans);

/// Up to `count` fragments of the body, each at most `length` code points of it and cut between words, in the
/// order of the text: those sentences first that show parts of the query not shown yet. Without spans: the
/// body's first sentences.
std::vector<Highlight> body_snippets(std::string_view body, const std::vector<Span>& spans, std::size_t count,
                                     std::size_t length, Lexicon&);

}  // namespace morgue
