// SPDX-License-Identifier: GPL-3.0-or-later
// One article as a page to read, with the matches of a query marked.
#pragma once

#include <string>
#include <vector>

#include "common/search/searcher.h"

namespace morgue {

/// Where to read on.
struct RelatedArticles {
  std::vector<SearchResult> earlier = {};  // what was written on it before
  std::vector<SearchResult> similar = {};  // others that are like it
};

/// The request is the search to go back to.
std::string article_page(const MarkedArticle&, const SearchRequest&, const RelatedArticles& = {},
                         bool may_export = true);

}  // namespace morgue
