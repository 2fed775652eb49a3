// SPDX-License-Identifier: GPL-3.0-or-later
// Windows: which occurrences of several terms stand together within so many positions. Knows nothing of
// words, fields or trees.
#pragma once

#include <cstddef>
#include <vector>

#include "common/query/nearness.h"

namespace morgue {

/// A term of a window, as often as it is asked for.
struct WindowTerm {
  Extents occurrences;
  std::size_t times = 1;
};

/// The law of "a b c"~n: each term at as many occurrences as it is asked for, no two of all of them beginning
/// at one position, from the first position of any to the last of any at most `width`. Gives, for each term,
/// the occurrences that take part; all empty where there is none.
std::vector<Extents> in_one_window(const std::vector<WindowTerm>& terms, std::size_t width);

}  // namespace morgue
