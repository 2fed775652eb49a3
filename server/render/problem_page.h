// SPDX-License-Identifier: GPL-3.0-or-later
// A problem as a page, with the search box to go on from.
#pragma once

#include <string>

#include "common/search/search_request.h"
#include "server/http/message.h"

namespace morgue {

/// The request stands in the search box.
std::string problem_page(const http::Problem&, const SearchRequest&);

}  // namespace morgue
