// SPDX-License-Identifier: GPL-3.0-or-later
// A highlight cut at the ends of its ranges, for those who mark it up. Knows no markup.
#pragma once

#include <string_view>
#include <vector>

#include "common/search/search_results.h"

namespace morgue {

struct Piece {
  std::string_view text;
  bool marked = false;
  bool operator==(const Piece&) const = default;
};

/// Side by side the pieces are the highlight's text; none is empty. What a range has beyond the text's end,
/// or in common with the range before, does not count. The views point into the highlight.
std::vector<Piece> marked_pieces(const Highlight&);
std::vector<Piece> marked_pieces(Highlight&&) = delete;

}  // namespace morgue
