// SPDX-License-Identifier: GPL-3.0-or-later
// Which words of a query are operators: two tables. Knows nothing of their operands.
#include "common/query/query_operators.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/query/query_marks.h"

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
  bool ordered;
  bool has_units;  // s and p beside a number
};
constexpr std::array distance_words{
    DistanceWord{"NEAR", false, true, false, false},
    DistanceWord{"ADJ", false, true, true, false},
    DistanceWord{"W", true, false, false, true},
    DistanceWord{"PRE", true, false, true, false},
};

std::string in_capitals(std::string_view word) {
  std::string capitals(word);
  for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return capitals;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

const DistanceWord* distance_word(std::string_view name) {
  const auto* found = std::ranges::find_if(distance_words, [&](const DistanceWord& row) {
    return row.name == (row.any_case ? in_capitals(name) : std::string(name));
  });
  return found == distance_words.end() ? nullptr : found;
}

std::optional<NearUnit> unit_named(std::string_view letter) {
  if (letter == "s" || letter == "S") return NearUnit::sentence;
  if (letter == "p" || letter == "P") return NearUnit::paragraph;
  return std::nullopt;
}

}  // namespace

std::optional<Distance> distance_named(std::string_view chunk) {
  const auto slash = chunk.find('/');
  const auto* word = distance_word(chunk.substr(0, slash));
  if (!word) return std::nullopt;
  Distance distance;
  distance.ordered = word->ordered;
  if (slash == std::string_view::npos) return word->alone ? std::optional(distance) : std::nullopt;
  const auto reach = chunk.substr(slash + 1);
  if (const auto unit = unit_named(reach); unit && word->has_units) {
    distance.unit = *unit;
    return distance;
  }
  if (!is_number(reach)) return std::nullopt;
  distance.words = number_of(std::string(reach), distance.words);
  return distance;
}

std::optional<Operator> operator_named(std::string_view word) {
  const auto* found = std::ranges::find(operator_words, word, &OperatorWord::word);
  if (found != operator_words.end()) return found->is;
  return distance_named(word) ? std::optional(Operator::near) : std::nullopt;
}

std::string operator_in_small_letters(std::string_view word) {
  auto capitals = in_capitals(word);
  const bool is_operator = std::ranges::count(operator_words, capitals, &OperatorWord::word) > 0;
  return is_operator && capitals != word ? capitals : "";
}

}  // namespace morgue
