// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as the JSON of INTERFACE section 3. Knows nothing of HTTP routes but the one that next and previous name.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

nlohmann::ordered_json to_json(const SearchResults&, const SearchRequest&);
nlohmann::ordered_json to_json(const SearchResult&, const SearchRequest&);
nlohmann::ordered_json to_json(const Warning&);

/// Escaped for HTML, with <mark> around the ranges and nothing else.
std::string marked_html(const Highlight&);

}  // namespace morgue
