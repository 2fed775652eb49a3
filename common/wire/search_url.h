// SPDX-License-Identifier: GPL-3.0-or-later
// A search as a URL's parameters, both ways. Knows nothing of sockets or pages.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/search/search_request.h"
#include "common/wire/parameter_shape.h"
#include "common/wire/parameter_values.h"

namespace morgue {

inline constexpr std::size_t most_results_a_page = 100;
inline constexpr std::size_t largest_offset = 1'000'000'000;

using Parameters = std::vector<std::pair<std::string, std::string>>;  // decoded, in order

enum class Unknown { refused, ignored };

/// Empty values are absent; text that is not UTF-8 is made so. Throws BadParameter, an Error(usage), which
/// for an unknown parameter gives the nearest known one. `also` are names that the route takes beside those
/// of a search.
SearchRequest to_search_request(const Parameters&, Unknown, const std::vector<std::string_view>& also = {});

/// What each parameter of a search may be, in a fixed order.
std::vector<ParameterShape> search_parameters();

/// "q=lavrov&sort=newest": what differs from the defaults, percent-encoded, in a fixed order.
std::string to_search_url(const SearchRequest&);

/// All but A-Z a-z 0-9 - . _ ~ and the comma, colon and asterisk, which a query part may hold as they are
/// (RFC 3986).
std::string percent_encode(std::string_view);

}  // namespace morgue
