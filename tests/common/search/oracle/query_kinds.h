// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of the language stand in a parsed query: what a run of the oracle must have asked often enough.
#pragma once

#include <set>
#include <string>

#include "common/query/query.h"
#include "common/search/search_request.h"

namespace morgue::oracle {

using Kinds = std::set<std::string>;

/// Every kind there is.
const Kinds& all_kinds();
Kinds kinds_of(const Node& tree, const SearchRequest&);

/// Of words, phrases, wildcards, fields, values, dates, AND, OR, NOT and NEAR between words: what is searched
/// day by day.
bool is_ordinary(const Node& tree);

}  // namespace morgue::oracle
