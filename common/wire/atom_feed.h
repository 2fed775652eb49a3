// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as a feed (Atom, RFC 4287, with the elements of OpenSearch 1.1), and the description by
// which a browser adds the search. Knows nothing of HTTP.
#pragma once

#include <string>

#include "common/search/search_request.h"
#include "common/search/search_results.h"

namespace morgue {

/// `site` is where people reach the server: "http://127.0.0.1:8080". Ids are `tag:` URIs (RFC 4151) of its
/// host and the article's id; an entry's `updated` is the article's updated, published or added, the first
/// that is a date.
std::string atom_feed(const SearchResults&, const SearchRequest&, const std::string& site);

std::string opensearch_description(const std::string& site);

}  // namespace morgue
