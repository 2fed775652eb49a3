// SPDX-License-Identifier: GPL-3.0-or-later
// Entity tags and what a client accepts, as RFC 9110 compares them. Knows no routes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::http {

/// W/"…", the same for the same parts in the same order.
std::string weak_tag(const std::vector<std::string_view>& parts);

/// Whether an If-None-Match names the tag, compared weakly, or is "*".
bool names_tag(std::string_view if_none_match, std::string_view tag);

/// Whether an Accept header allows one of the media types, which come without parameters; "" allows all.
bool accepts(std::string_view accept, const std::vector<std::string_view>& types);

/// Whether an Accept-Encoding header names gzip (or *) and does not refuse it.
bool accepts_gzip(std::string_view accept_encoding);

}  // namespace morgue::http
