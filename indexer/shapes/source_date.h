// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as sources write them in JSON. Knows no shape.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace morgue {

/// ISO 8601 of a date's value: a text in ISO 8601 as it stands, "Mon, 18 Nov 2019 16:07:38 -0600" and its
/// kin, seconds or milliseconds since 1970, {"$date": any of these}. A text that is none of these as it
/// stands; "" for other values.
std::string date_in_json(const nlohmann::json&);

}  // namespace morgue
