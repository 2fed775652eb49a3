// SPDX-License-Identifier: GPL-3.0-or-later
// The authors that a source's key for them names, as one byline or one by one. Knows no shape.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// "By Anna Roth and Jan de Wit, The Gazette" is three; without addresses and urls. `language` (BCP 47, "" is
/// unknown) tells what "by" and "and" are.
std::vector<std::string> authors_of_byline(std::string_view byline, std::string_view language = {});

/// Of a text, a list or objects with a name. Only texts that begin with "by" are taken apart in a list or an
/// object.
std::vector<std::string> authors_in(const nlohmann::json&, std::string_view language = {});

}  // namespace morgue
