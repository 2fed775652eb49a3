// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as CSV: a header row, a row a result. Knows nothing of HTTP.
#pragma once

#include <cstdint>
#include <string>

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "common/wire/csv.h"

namespace morgue {

/// rank,id,title,published,source,section,language,authors,people,url,score,snippet; or the request's
/// return_keys, in their order.
std::string csv_header(const SearchRequest&);

/// Ranks count from 1. Lists are joined by "; ", snippets by " … ".
std::string csv_result(const SearchResult&, const SearchRequest&, std::uint64_t rank, Formulas);

/// What ends an export before its end, as a row of as many cells as the header has: "error" and what is told.
std::string csv_error(const SearchRequest&, std::vector<std::string> told, Formulas);

}  // namespace morgue
