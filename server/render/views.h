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

/// "/search?person=…": everything on this person.
std::string coverage_url(const std::string& person);

/// The one way of HTML into a page: marked_html.
View highlight_view(const Highlight&);
/// The same; "(no title)" for an empty one.
View title_view(const Highlight&);
/// The same with `before` and `after`: whether the body goes on there.
View snippet_view(const Highlight&, std::string_view body);

/// source, section, and date as `iso` and `date` ("15 July 2021, 07:30 UTC", or "undated").
View meta_view(const Article&);
/// BCP 47, declared or detected; "" for what cannot be one.
std::string language_of(const Article&);
/// Not more of it than a window's title shows.
std::string page_title_of(std::string_view);
bool has_text(std::string_view);
std::string joined(const std::vector<std::string>&);
/// Whether it is one that a link may lead to: http or https.
bool is_web_url(std::string_view);

/// "1,412"
std::string with_commas(std::uint64_t);
/// "1 article", "1,412 articles"
std::string articles_text(std::uint64_t);

}  // namespace morgue
