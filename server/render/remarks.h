// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a query under the box: repairs, notices, another spelling. Knows no results but their
// warnings.
#pragma once

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "server/render/html.h"

namespace morgue {

/// Each warning with the search that it suggests, and after a repair how the query was understood. False
/// where nothing is to be said.
View remarks_view(const SearchResults&, const SearchRequest&);

}  // namespace morgue
