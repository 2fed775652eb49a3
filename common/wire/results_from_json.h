// SPDX-License-Identifier: GPL-3.0-or-later
// Answers out of the JSON that results_json, facets_json and batch_rows write: for those who ask a server.
// Knows no sockets.
#pragma once

#include <nlohmann/json.hpp>

#include "common/search/batch.h"
#include "common/search/search_results.h"
#include "common/search/searcher.h"

namespace morgue {

/// All of these throw Error(bad_input) for JSON of another shape. What the JSON leaves out is empty.
SearchResults search_results_from(const nlohmann::ordered_json& envelope);
SearchResult search_result_from(const nlohmann::ordered_json&);
Count count_from(const nlohmann::ordered_json&);
/// Of the answers of /v1/facets and /v1/timeline.
SearchResults counts_from(const nlohmann::ordered_json&);
std::vector<Warning> warnings_from(const nlohmann::ordered_json& warnings);
BatchRow batch_row_from(const nlohmann::ordered_json&);

}  // namespace morgue
