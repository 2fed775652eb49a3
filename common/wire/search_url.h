// SPDX-License-Identifier: GPL-3.0-or-later
// A search as a URL's parameters, both ways. Knows nothing of sockets or pages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/search/search_request.h"

namespace morgue {

using Parameters = std::vector<std::pair<std::string, std::string>>;  // decoded, in order

enum class Unknown { refused, ignored };

/// Empty values are absent. Throws Error(usage) that names the parameter and, for an unknown one, its nearest known one.
/// `also` are names that the route takes beside those of a search.
SearchRequest to_search_request(const Parameters&, Unknown, const std::vector<std::string_view>& also = {});

/// "q=lavrov&sort=newest": what differs from the defaults, percent-encoded, in a fixed order.
std::string to_search_url(const SearchRequest&);

std::string percent_encode(std::string_view);

}  // namespace morgue
