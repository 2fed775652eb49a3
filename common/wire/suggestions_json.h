// SPDX-License-Identifier: GPL-3.0-or-later
// Suggestions as JSON: in full, and as browsers' search boxes read them (OpenSearch Suggestions 1.1).
#pragma once

#include <nlohmann/json.hpp>

#include "common/search/suggestions.h"

namespace morgue {

/// {q, people: [{value, count, forms}], titles: [{id, title, published}], words: [{value, count}]}; the count
/// of a word is null after another one.
nlohmann::ordered_json to_json(const Suggestions&);

/// [typed, completions, descriptions, urls]: people, then words, then titles.
nlohmann::ordered_json to_opensearch_json(const Suggestions&);

}  // namespace morgue
