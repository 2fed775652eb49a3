// SPDX-License-Identifier: GPL-3.0-or-later
// An explanation as JSON: the answer of /v1/explain. Knows nothing of routes.
#pragma once

#include <nlohmann/json.hpp>

#include "common/search/explanation.h"

namespace morgue {

/// Keys in a fixed order: query {text, understood, warnings, tree}, terms, expansions, verified, scored,
/// total (null: needs a search), articles, generation.
nlohmann::ordered_json to_json(const Explanation&);

/// {kind, text, field, …, children}: `text` is the node in canonical notation, `field` null for all fields;
/// between them what the kind has of its own. No `children` where there are none.
nlohmann::ordered_json to_json(const Node&);

}  // namespace morgue
