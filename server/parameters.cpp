// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parameters.h"

#include <algorithm>

#include "common/text/nearest.h"
#include "common/wire/parameter_values.h"

namespace morgue {

void check_names(const http::Parameters& given, const std::vector<std::string_view>& known) {
  for (const auto& [name, value] : given) {
    if (value.empty() || std::find(known.begin(), known.end(), name) != known.end()) continue;
    const auto likely = nearest(name, known);
    throw BadParameter::with_hint(
        name, "is not a known parameter",
        likely.empty() ? "known are " + listed(known) : "did you mean " + likely + "?");
  }
}

std::string value_of(const http::Parameters& given, std::string_view name) {
  std::string found;
  for (const auto& [given_name, value] : given) {
    if (given_name != name || value.empty()) continue;
    if (!found.empty()) throw BadParameter::with_hint(name, "is given more than once", "give it once");
    found = value;
  }
  return found;
}

std::string needed_value_of(const http::Parameters& given, std::string_view name, const std::string& hint) {
  auto value = value_of(given, name);
  if (value.empty()) throw BadParameter::with_hint(name, "is missing", hint);
  return value;
}

bool flag_of(const http::Parameters& given, std::string_view name) {
  const auto value = value_of(given, name);
  if (value.empty()) return false;
  check_is_one_of(name, value, {"1", "0", "true", "false"});
  return value == "1" || value == "true";
}

}  // namespace morgue
