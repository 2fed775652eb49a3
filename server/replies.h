// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as responses: JSON, pages and problems, with their headers. Knows no routes.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "server/http/message.h"

namespace morgue {

/// To whom a route speaks, and so how its problems look.
enum class Audience { people, programs };

inline constexpr const char* json_lines_type = "application/x-ndjson; charset=utf-8";
inline constexpr const char* csv_type = "text/csv; charset=utf-8; header=present";
inline constexpr const char* atom_type = "application/atom+xml; charset=utf-8";

http::Response text_reply(const char* content_type, std::string text);

http::Response json_reply(const nlohmann::ordered_json&, bool pretty);

/// With what keeps a page from loading or running anything that is not ours.
http::Response page_reply(std::string html);

/// problem+json, or a page with the search box as the request filled it, but for what could not be read.
http::Response problem_reply(const http::Problem&, Audience, const http::Request&);

}  // namespace morgue
