// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers for people: the search page and one article to read. They throw what routes.cpp makes a problem
// of.
#pragma once

#include "common/search/searcher.h"
#include "server/handlers/call.h"

namespace morgue {

http::Response show_search(const Call&, Searcher&);

/// The parameter id, with those of the search that led there: its matches are marked.
http::Response show_article(const Call&, Searcher&);

}  // namespace morgue
