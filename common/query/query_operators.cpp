// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a query are operators: two tables. Knows nothing of their operands.
#include "common/query/query_operators.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace morgue {
namespace {

struct OperatorWord {
  std::string_view word;
  Operator is;
};
constexpr std::array operator_words{
    OperatorWord{"AND", Operator::op_and},
    OperatorWord{"OR", Operator::op_or},
    OperatorWord{"NOT", Operator::op_not},
};

/// NEAR, NEAR/5, w/s: a name, whether it is one in any case and by itself, and what may stand after its
/// slash.
struct DistanceWord {
  std::string_view name;
  bool any_case;
  bool alone;
  std::string_view units;  // beside a number
};
constexpr std::array distance_words{
    DistanceWord{"NEAR", false, true, ""},
    DistanceWord{"ADJ", false, true, ""},
    DistanceWord{"W", true, false, "sp"},
    DistanceWord{"PRE", true, false, ""},
};

std::string in_capitals(std::string_view word) {
  std::string capitals(word);
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return capitals;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_distance(std::string_view chunk) {
  const auto slash = chunk.find('/');
  const auto name = chunk.substr(0, slash);
  const auto* found = std::ranges::find_if(distance_words, [&](const DistanceWord& row) {
    return row.name == (row.any_case ? in_capitals(name) : std::string(name));
  });
  if (found == distance_words.end()) return false;
  if (slash == std::string_view::npos) return found->alone;
  const auto reach = chunk.substr(slash + 1);
  if (reach.size() == 1 &&
      found->units.find(static_cast<char>(std::tolower(reach[0]))) != std::string_view::npos)
    return true;
  return is_number(reach);
}

}  // namespace

std::optional<Operator> operator_named(std::string_view word) {
  const auto* found = std::ranges::find(operator_words, word, &OperatorWord::word);
  if (found != operator_words.end()) return found->is;
  return is_distance(word) ? std::optional(Operator::near) : std::nullopt;
}

std::string operator_in_small_letters(std::string_view word) {
  auto capitals = in_capitals(word);
  const bool is_operator = std::ranges::count(operator_words, capitals, &OperatorWord::word) > 0;
  return is_operator && capitals != word ? capitals : "";
}

}  // namespace morgue
