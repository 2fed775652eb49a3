// SPDX-License-Identifier: GPL-3.0-or-later
// The articles that are about what one article is about, and why. Knows nothing of who asks.
#pragma once

#include <optional>
#include <string>

#include "common/article/analysed_article.h"
#include "common/index/archive_reader.h"
#include "common/search/plan.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

/// Of the articles in `among` the most similar to the one with this id, by its telling words and people,
/// without near copies of it and of each other unless `copies`; offset and limit of the request apply, and
/// what it says of snippets. Nobody gets further than ranking::reranked. `total` counts what was found up to
/// the end of the page, with Relation::gte where there may be more. nullopt: there is no such article.
std::optional<SearchResults> similar_articles(ArchiveReader&, Analyser&, const std::string& id,
                                              const SearchRequest&, const Plan& among, bool copies);

}  // namespace morgue
