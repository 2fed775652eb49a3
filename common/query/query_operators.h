// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a query are operators. Knows nothing of their operands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace morgue {

enum class Operator : std::uint8_t { op_and, op_or, op_not, near };

std::optional<Operator> operator_named(std::string_view word);

/// The operator that was perhaps meant by "and", "Or" or "not", in capitals; "" for any other word.
std::string operator_in_small_letters(std::string_view word);

}  // namespace morgue
