// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers for programs: searches, explanations and articles as JSON. They throw what routes.cpp makes a
// problem of.
#pragma once

#include "common/search/searcher.h"
#include "server/handlers/call.h"

namespace morgue {

inline constexpr std::size_t most_suggestions = 20;  // of a kind

http::Response answer_search(const Call&, Searcher&);

/// How a search would be understood; it is not run.
http::Response answer_explanation(const Call&, Searcher&);
http::Response answer_count(const Call&, Searcher&);
http::Response answer_facets(const Call&, Searcher&);
http::Response answer_timeline(const Call&, Searcher&);

/// What may be meant by what was typed so far; also as application/x-suggestions+json, by Accept.
http::Response answer_suggestions(const Call&, Searcher&);

/// The articles like the one with the parameter id.
http::Response answer_similar(const Call&, Searcher&);

/// By the rest of the path or the parameter id.
http::Response answer_article(const Call&, Searcher&);

}  // namespace morgue
