// SPDX-License-Identifier: GPL-3.0-or-later
// A list of anything as a JSON array.
#pragma once

#include <nlohmann/json.hpp>

namespace morgue {

/// An array of what `item_json` makes of each item, in their order.
template <class Items, class ToJson>
nlohmann::ordered_json array_of(const Items& items, ToJson&& item_json) {
  auto json = nlohmann::ordered_json::array();
  for (const auto& item : items) json.push_back(item_json(item));
  return json;
}

}  // namespace morgue
