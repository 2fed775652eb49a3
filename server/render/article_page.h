// SPDX-License-Identifier: GPL-3.0-or-later
// One article as a page to read, with the matches of a query marked.
#pragma once

#include <string>

#include "common/search/searcher.h"

namespace morgue {

/// The request is the search to go back to.
std::string article_page(const MarkedArticle&, const SearchRequest&,
                         const std::vector<SearchResult>& similar = {});

}  // namespace morgue
