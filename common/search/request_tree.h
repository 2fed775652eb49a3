// SPDX-License-Identifier: GPL-3.0-or-later
// A request as one tree: what was typed, and what its parameters add. Knows no Xapian.
#pragma once

#include "common/query/query.h"
#include "common/search/search_request.h"

namespace morgue {

/// The query's tree within the request's fields (in), dates (from, to) and values: the matcher decides on
/// this one.
Node request_tree(Node query, const SearchRequest&);

}  // namespace morgue
