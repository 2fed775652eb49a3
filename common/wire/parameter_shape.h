// SPDX-License-Identifier: GPL-3.0-or-later
// ParameterShape: what a parameter may be, for those who check it or describe it. Reads no value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

struct ParameterShape {
  enum class Kind { text, number, date, choice, list, flag };

  std::string_view name;
  Kind kind = Kind::text;
  bool repeatable = false;
  bool needed = false;
  std::size_t least = 0;                       // of a number
  std::size_t most = 0;                        // of a number
  std::string by_default = {};                 // empty: nothing
  std::vector<std::string_view> choices = {};  // of a choice or a list
};

/// The names in order.
inline std::vector<std::string_view> names_of(const std::vector<ParameterShape>& shapes) {
  std::vector<std::string_view> names;
  for (const auto& shape : shapes) names.push_back(shape.name);
  return names;
}

}  // namespace morgue
