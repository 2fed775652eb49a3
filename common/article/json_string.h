// SPDX-License-Identifier: GPL-3.0-or-later
// A JSON string, byte for byte as nlohmann::json writes it, many times as fast. Knows no keys.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// With its quotes. Throws nlohmann::json::type_error for what is not UTF-8.
void append_json_string(std::string& to, std::string_view text);

}  // namespace morgue
