// SPDX-License-Identifier: GPL-3.0-or-later
// A request's parameters beside those of a search: which are known, and their values. Knows no routes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace morgue {

/// Throws BadParameter with the nearest of the known names for one that is not among them. Empty values are
/// absent.
void check_names(const http::Parameters&, const std::vector<std::string_view>& known);

/// The value; "" where it is absent. Throws BadParameter where there is more than one.
std::string value_of(const http::Parameters&, std::string_view name);

/// The same; throws BadParameter with the hint where it is absent.
std::string needed_value_of(const http::Parameters&, std::string_view name, const std::string& hint);

/// "1" or "true"; "0", "false" or absent. Throws BadParameter for anything else.
bool flag_of(const http::Parameters&, std::string_view name);

}  // namespace morgue
