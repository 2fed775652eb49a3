// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers for feed readers and for browsers that add the search. They throw what routes.cpp makes a problem
// of.
#pragma once

#include <optional>

#include "common/search/searcher.h"
#include "server/handlers/call.h"

namespace morgue {

/// A search as Atom, newest first unless it is told otherwise.
http::Response show_feed(const Call&, Searcher&);

std::optional<http::Response> describe_search(const Call&);

/// Where people reach this server: the public URL, else the scheme and host as the request named them.
std::string site_of(const Call&);

}  // namespace morgue
