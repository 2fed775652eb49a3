// SPDX-License-Identifier: GPL-3.0-or-later
// An explanation as text to read on a terminal. Knows no stream; nothing of a query can steer the terminal.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace morgue {

/// Of the JSON of an explanation (common/wire/explanation_json.h). Understood; warnings; the tree, a node a
/// line; terms; expansions; what is verified; the total.
std::string explanation_text(const nlohmann::ordered_json& explanation);

}  // namespace morgue
