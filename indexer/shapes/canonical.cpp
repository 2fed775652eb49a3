// SPDX-License-Identifier: GPL-3.0-or-later
// Our own shape. Knows no inputs.
#include "indexer/shapes/known_shapes.h"

namespace morgue {

bool is_canonical(const nlohmann::json& object) {
  if (!object.is_object()) return false;
  for (const auto* key : {"title", "body"})
    if (object.contains(key) && object[key].is_string()) return true;
  return false;
}

std::vector<Article> read_canonical(const nlohmann::json& object) { return {from_json(object)}; }

}  // namespace morgue
