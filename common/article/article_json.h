// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical JSON of an article, both ways, and what is refused. Knows nothing of files or other shapes.
#pragma once

#include <nlohmann/json.hpp>

#include "common/article/article.h"

namespace morgue {

inline constexpr std::size_t longest_text = 50 * 1024 * 1024;  // bytes of a title or body

/// Canonical JSON to Article; keys that are not ours go to `other`; id stays empty where there is none; `added` is taken
/// as it stands. Throws Error(bad_input) that names the key and what was wrong.
Article from_json(const nlohmann::json&);

/// Article to canonical JSON, absent keys left out. from_json(to_json(a)) == a.
nlohmann::ordered_json to_json(const Article&);

/// Throws Error(bad_input) for what no archive takes: neither title nor body, a text over longest_text.
void check(const Article&);

}  // namespace morgue
