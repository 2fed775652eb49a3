// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a query are operators. Knows nothing of their operands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/query/query.h"

namespace morgue {

enum class Operator : std::uint8_t { op_and, op_or, op_not, near };

/// NEAR/5, ADJ, w/3, pre/2, w/s, w/p.
struct Distance {
  NearUnit unit = NearUnit::words;
  std::size_t words = 10;
  bool ordered = false;
};
std::optional<Distance> distance_named(std::string_view word);

std::optional<Operator> operator_named(std::string_view word);

/// The operator that was perhaps meant by "and", "Or" or "not", in capitals; "" for any other word.
std::string operator_in_small_letters(std::string_view word);

}  // namespace morgue
