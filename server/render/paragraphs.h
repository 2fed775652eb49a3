// SPDX-License-Identifier: GPL-3.0-or-later
// A highlighted text cut into its paragraphs. Knows no markup.
#pragma once

#include <vector>

#include "common/search/search_results.h"

namespace morgue {

/// The paragraphs that hold more than white space, without the white space around them, each with its part of
/// the ranges: one that crosses a paragraph's end marks both. `start` counts from where the whole's does.
std::vector<Highlight> paragraphs(const Highlight&);

}  // namespace morgue
