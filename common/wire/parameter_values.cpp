// SPDX-License-Identifier: GPL-3.0-or-later
// Reads numbers and names out of parameters. Knows no parameter by name.
#include "common/wire/parameter_values.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <system_error>

#include "common/text/nearest.h"

namespace morgue {
namespace {

BadParameter out_of_bounds(std::string_view parameter, const std::string& side, std::size_t bound,
                           std::string_view text) {
  const auto number = std::to_string(bound);
  return {parameter, "is " + side + " " + number + ": " + std::string(text), number};
}

std::string nearest_or_first(std::string_view text, const std::vector<std::string_view>& names) {
  const auto name = nearest(text, names);
  return name.empty() ? std::string(names.front()) : name;
}

}  // namespace

BadParameter::BadParameter(std::string_view parameter, const std::string& problem, const std::string& example,
                           const std::string& hint)
    : Error(ErrorKind::usage, std::string(parameter) + " " + problem, hint),
      parameter_(parameter),
      problem_(problem),
      example_(example) {}

BadParameter::BadParameter(std::string_view parameter, const std::string& problem, const std::string& example)
    : BadParameter(parameter, problem, example, "try " + std::string(parameter) + "=" + example) {}

BadParameter BadParameter::with_hint(std::string_view parameter, const std::string& problem,
                                     const std::string& hint) {
  return {parameter, problem, "", hint};
}

std::size_t number_of(std::string_view parameter, std::string_view text, std::size_t least, std::size_t most,
                      std::size_t example) {
  const bool negative = text.starts_with('-');
  const auto digits = text.substr(negative ? 1 : 0);
  const auto* end = digits.data() + digits.size();
  std::uint64_t number = 0;
  const auto [stopped, problem] = std::from_chars(digits.data(), end, number);
  if (problem == std::errc::invalid_argument || stopped != end)
    throw BadParameter(parameter, "is not a number: " + std::string(text), std::to_string(example));
  if (problem == std::errc::result_out_of_range) number = std::numeric_limits<std::uint64_t>::max();
  const bool under = negative ? number > 0 || least > 0 : number < least;
  if (under) throw out_of_bounds(parameter, "under", least, text);
  if (number > most) throw out_of_bounds(parameter, "over", most, text);
  return number;
}

void check_is_one_of(std::string_view parameter, std::string_view text,
                     const std::vector<std::string_view>& names) {
  if (std::find(names.begin(), names.end(), text) != names.end()) return;
  throw BadParameter(parameter, "is not one of " + listed(names) + ": " + std::string(text),
                     nearest_or_first(text, names));
}

std::string listed(const std::vector<std::string_view>& names) {
  std::string list;
  for (const auto name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

}  // namespace morgue
