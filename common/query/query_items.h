// SPDX-License-Identifier: GPL-3.0-or-later
// Operands in a row, and how AND, OR and standing side by side join them. Knows nothing of how they were
// written.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/query/query.h"

namespace morgue {

enum class Join : std::uint8_t { side, written_and, written_or };

/// An operand of AND and OR, and what stands before it.
struct Item {
  Node node;
  Join join = Join::side;  // to the item before; of the first one it says nothing
  bool required = false;   // +x
  bool excluded = false;   // -x; its node is a Not
  std::size_t begin = 0;   // bytes of the text
  std::size_t end = 0;
};
using Items = std::vector<Item>;

/// Of one or more items: AND binds tighter than OR; items side by side are joined by AND. Under match_any
/// they are alternatives, among which only what is required or excluded must hold or not hold.
Node combined(const Items&, bool match_any);

/// Both readings of AND and OR without brackets.
struct Mixture {
  Node and_first;
  Node or_first;
};
/// nullopt: all are joined alike.
std::optional<Mixture> mixture_of(const Items&, bool match_any);

}  // namespace morgue
