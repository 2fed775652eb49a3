// SPDX-License-Identifier: GPL-3.0-or-later
// Where nothing was found: which other searches find something. Knows no HTML.
#pragma once

#include <vector>

#include "common/search/searcher.h"
#include "server/render/search_page.h"

namespace morgue {

/// Without the dates, without the limits, with any of the words, without quotation marks, or spelt nearly so;
/// only those that find something, as they are counted now.
std::vector<WayOut> ways_out(const SearchRequest&, Searcher&);

}  // namespace morgue
