// SPDX-License-Identifier: GPL-3.0-or-later
// The routes as an OpenAPI document: what the table of routes says, and the schemas of openapi/base.json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace morgue {

/// OpenAPI 3.1. `public_url` is where the server can be reached; empty: where the document came from.
nlohmann::ordered_json openapi(const std::string& public_url);

}  // namespace morgue
