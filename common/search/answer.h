// SPDX-License-Identifier: GPL-3.0-or-later
// From hits to an answer: the article of each, and its marks and snippets. Knows nothing of how hits were
// found.
#pragma once

#include "common/article/analysed_article.h"
#include "common/query/query.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "common/search/searcher.h"

namespace morgue {

/// One result, with snippets from the matcher's spans; `score` as it was found. `wanted`: all forms that the
/// tree asks for; nullptr where they are not known.
SearchResult to_result(Article, double score, const Node& tree, const SearchRequest&, Analyser&,
                       const WantedForms* wanted = nullptr);

/// The whole article, with every mark.
MarkedArticle to_marked_article(Article, const Node& tree, Analyser&);

}  // namespace morgue
