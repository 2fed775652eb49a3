// SPDX-License-Identifier: GPL-3.0-or-later
// The values that a search can be narrowed to, with their counts. Knows no other part of the page.
#pragma once

#include <array>

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "server/render/html.h"

namespace morgue {

/// Those that a page counts, in their order.
inline constexpr std::array page_facets{Field::person, Field::source, Field::section, Field::tag,
                                        Field::lang};

/// Each facet that has a value: what it is called, its values with what takes them up, off or leaves them
/// out, and where more of them are.
View facet_views(const SearchResults&, const SearchRequest&);

}  // namespace morgue
