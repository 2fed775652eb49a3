// SPDX-License-Identifier: GPL-3.0-or-later
// The search page: box, remarks on the query, results, pages.
#pragma once

#include <string>

#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

std::string search_page(const SearchResults&, const SearchRequest&);

}  // namespace morgue
