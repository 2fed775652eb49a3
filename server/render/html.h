// SPDX-License-Identifier: GPL-3.0-or-later
// From a template and a view to HTML. Knows no page.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace morgue {

/// What a template shows: objects, lists, flags, numbers and plain text, which is escaped. An empty text is
/// as good as false. HTML enters a page by one kind of key only: marked_html, from the function of that name.
using View = nlohmann::ordered_json;

/// `name` is that of an embedded file, "templates/search.mustache"; so are those that a template takes in
/// ({{> …}}). Throws std::logic_error for a template that is not there or not well formed.
std::string html_of(std::string_view name, const View&);

}  // namespace morgue
