// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that several pages show, as views. Knows no template but the keys it fills.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/search/search_request.h"
#include "common/search/search_results.h"
#include "server/render/html.h"

namespace morgue {

inline constexpr const char* untitled = "(no title)";

/// "/search?q=lavrov", "/search" for a search that asks nothing.
std::string search_url(const SearchRequest&);
/// "/article?id=…&q=lavrov": with the search to go back to.
std::string article_url(const std::string& id, const SearchRequest&);

/// The one way of HTML into a page: marked_html.
View highlight_view(const Highlight&);
/// The same; "(no title)" for an empty one.
View title_view(const Highlight&);
/// The same with `before` and `after`: whether the body goes on there.
View snippet_view(const Highlight&, std::string_view body);

/// source, section, and date as `iso` and `date` ("15 July 2021, 07:30 UTC", or "undated").
View meta_view(const Article&);
/// BCP 47, declared or detected.
std::string language_of(const Article&);
std::string joined(const std::vector<std::string>&);
/// Whether it is one that a link may lead to: http or https.
bool is_web_url(std::string_view);

/// q, orders, from, to; what the form carries along unseen; the filters that can be taken off.
View search_box_view(const SearchRequest&);

/// "1,412"
std::string with_commas(std::uint64_t);

}  // namespace morgue
