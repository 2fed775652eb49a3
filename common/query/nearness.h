// SPDX-License-Identifier: GPL-3.0-or-later
// Nearness: which occurrences of several sides stand near one another in one text, by their positions alone.
// Knows nothing of words, fields or trees; the matcher and whoever reads position lists share it.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/query/query.h"

namespace morgue {

/// The positions of an occurrence's first and last word.
struct Extent {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const Extent&) const = default;
};
using Extents = std::vector<Extent>;  // sorted, none twice

/// Positions at which sentences and paragraphs of a text begin, ascending; what is before the first belongs
/// to it. Each is needed only where a step asks for it.
struct Boundaries {
  std::vector<std::uint32_t> sentences;
  std::vector<std::uint32_t> paragraphs;
};

/// How a side is joined to all sides before it.
struct NearStep {
  NearUnit unit = NearUnit::words;
  std::size_t distance = 10;
  bool ordered = false;
};

/// The law of NEAR ADJ w/s w/p. A chain takes one occurrence of each side; those of the sides so far span
/// from the first position of any to the last of any. A further occurrence is near that span if it
/// - comes after it, at most `distance` positions from its last to its own first,
/// - comes before it likewise, unless ordered,
/// - or lies strictly inside it, touching neither end, unless ordered;
/// in a sentence or paragraph: wherever it stands so, and both lie wholly within one.
/// Gives, for each side, the occurrences that take part in a chain; all empty where there is none. There is
/// one step less than sides. Takes time and memory in proportion to the occurrences: of the spans of three
/// and more sides that end at one position only the widest `spans_kept` are looked at.
std::vector<Extents> taking_part(const std::vector<Extents>& sides, const std::vector<NearStep>& steps,
                                 const Boundaries&);

inline constexpr std::size_t spans_kept = 16;

}  // namespace morgue
