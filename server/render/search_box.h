// SPDX-License-Identifier: GPL-3.0-or-later
// The search box of every page: its fields, and a chip for each limit that is set. Knows no results.
#pragma once

#include "common/search/search_request.h"
#include "server/render/html.h"

namespace morgue {

/// q, matches, from, to; what the form carries along unseen; the chips.
View search_box_view(const SearchRequest&);

/// The orders that results can have, each with the search in it.
View order_views(const SearchRequest&);

}  // namespace morgue
