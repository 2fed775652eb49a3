// SPDX-License-Identifier: GPL-3.0-or-later
// The search page: box, remarks on the query, timeline, results, pages, facets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

/// Another search that finds something.
struct WayOut {
  std::string text;  // "Search all dates"
  SearchRequest request;
  std::uint64_t articles = 0;
  bool operator==(const WayOut&) const = default;
};

/// What a page shows beside the answer.
struct PageExtras {
  std::vector<WayOut> ways_out = {};  // where nothing was found
  Article example = {};               // whose words the help is written with, where there is no result
  bool may_export = true;             // whether whoever sees the page may have all results at once
  std::size_t most_bars = 62;         // of the timeline: two months of days, five years of months
};

/// The request is the one that was answered, but for the facets that the page itself asks for.
std::string search_page(const SearchResults&, const SearchRequest&, const PageExtras& = {});

}  // namespace morgue
