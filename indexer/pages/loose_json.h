// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as it stands in pages: also with line ends in strings, commas too many, comments around it. Knows no
// keys.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace morgue {

/// The first value of the text, mended where it must be: what stands before and behind it is ignored, raw
/// control characters in strings are taken as written, a comma before a closing bracket goes, brackets left
/// open are closed. nullopt for what cannot be mended, and for lists and objects nested over 100 deep.
std::optional<nlohmann::json> loose_json(std::string_view);

}  // namespace morgue
