// SPDX-License-Identifier: GPL-3.0-or-later
// HTML becomes plain text: the paragraphs that a reader sees. Knows nothing of articles, and leaves nothing
// out because of what it says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct _xmlNode;

namespace morgue {

/// The paragraphs of an HTML fragment or page in UTF-8. Entities are decoded, runs of white space are one
/// space; a paragraph, heading, list, table or the like is a paragraph, a <br>, list item or table row is a
/// line of one, and two <br> end it. Scripts, styles, forms' fields and embedded things are dropped. None is
/// empty.
std::vector<std::string> html_paragraphs(std::string_view html);
/// The same below one node of a tree (see html_document.h).
std::vector<std::string> html_paragraphs(const _xmlNode& node);

/// The paragraphs, split by blank lines.
std::string html_text(std::string_view html);
/// All on one line: for titles and names.
std::string html_line(std::string_view html);

}  // namespace morgue
