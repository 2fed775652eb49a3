// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote it: the names in a byline. Knows nothing of pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The names in what a page gives as its author: "By Anna Roth and Jan de Wit, The Gazette" is Anna Roth and
/// Jan de Wit. Without roles, addresses and urls; each name once, in order.
std::vector<std::string> names_in_byline(std::string_view);

/// The names of a line that is a byline and nothing else ("By Anna Roth", "Von …", "Par …"); empty for any
/// other line.
std::vector<std::string> names_of_line(std::string_view line);

}  // namespace morgue
