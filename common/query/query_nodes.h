// SPDX-License-Identifier: GPL-3.0-or-later
// Trees put together so that they stay in normal form. Knows nothing of text.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "common/query/query.h"

namespace morgue {

/// Of one or more children; And in And and Or in Or become one, a single child stands for itself.
Node all_of(std::vector<Node> children);
Node any_of(std::vector<Node> children);
/// NOT NOT x is x.
Node none_of(Node child);

/// `how` with these sides; nullopt where they cannot be sides or are of different fields.
std::optional<Node> near_of(const Node& left, const Node& right, Near how);

/// The leaves below that give spans: words, phrases, literals and windows.
std::uint32_t marking_leaves(const Node&);

/// The group of a field whose words stand in one value: what is of this field and no other becomes OneValue
/// where it has more than one leaf; leaves of other fields stay beside it.
Node in_one_value(Node group, Field);

}  // namespace morgue
