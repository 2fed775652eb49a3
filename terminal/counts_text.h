// SPDX-License-Identifier: GPL-3.0-or-later
// Facets and the timeline as lines of text. Knows no stream.
#pragma once

#include <string>

#include "common/search/search_results.h"

namespace morgue {

/// Each facet's name and, below it, its values with their counts; the date facet as timeline_text.
std::string facets_text(const SearchResults&);

/// A span and its count a line.
std::string timeline_text(const Timeline&);

}  // namespace morgue
