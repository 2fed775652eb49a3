// SPDX-License-Identifier: GPL-3.0-or-later
// Similar articles as JSON: the envelope of a search, with pages of its own. Knows nothing of routes but the
// one that next and previous name.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

/// Of the article `id`; `understood` is the search that comes nearest to it.
nlohmann::ordered_json similar_json(const SearchResults&, const SearchRequest&, const std::string& id,
                                    bool copies);

}  // namespace morgue
