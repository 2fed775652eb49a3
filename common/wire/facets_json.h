// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of an answer as JSON: the total, facets, the timeline. Knows nothing of HTTP.
#pragma once

#include <nlohmann/json.hpp>

#include "common/search/searcher.h"

namespace morgue {

/// {query, total, relation}
nlohmann::ordered_json count_json(const std::string& query_text, const Count&);

/// {"person": {values, distinct, missing, exact}, …, "date": {interval, values, missing}}
nlohmann::ordered_json facets_json(const SearchResults&);

/// {query, total, relation, facets}
nlohmann::ordered_json facets_answer_json(const SearchResults&);

/// {query, total, relation, interval, values, missing}; the facet date must have been asked for.
nlohmann::ordered_json timeline_answer_json(const SearchResults&);

}  // namespace morgue
