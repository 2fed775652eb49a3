// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as the JSON of INTERFACE section 3. Knows nothing of HTTP routes but the one that next and
// previous name.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

/// `next` and `previous` are null where there is no such page, and with results.limit 0.
nlohmann::ordered_json to_json(const SearchResults&, const SearchRequest&);
/// The same with an empty list of results, its last key, as if `shown` of them stood there: for those who
/// write them one by one.
nlohmann::ordered_json envelope_json(const SearchResults&, const SearchRequest&, std::size_t shown);
nlohmann::ordered_json to_json(const SearchResult&, const SearchRequest&);
nlohmann::ordered_json to_json(const Warning&);
/// The last line of an export that could not be brought to its end: {error: {code, detail, last_id, cursor,
/// hint}}.
nlohmann::ordered_json export_error_json(const Error&, const std::string& last_id, const std::string& cursor);
/// How a query was understood: {text, understood, warnings}.
nlohmann::ordered_json query_json(const std::string& text, const std::string& understood,
                                  const std::vector<Warning>& warnings);
/// Rounded to four places.
nlohmann::ordered_json score_json(double score);
/// "eq" or "gte"
const char* relation_name(Relation);

/// On one line, or indented by two. Never throws for text that is not UTF-8: U+FFFD stands for it.
std::string to_text(const nlohmann::ordered_json&, bool pretty = false);

/// Escaped for HTML, with <mark> around the ranges and nothing else.
std::string marked_html(const Highlight&);

}  // namespace morgue
