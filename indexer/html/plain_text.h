// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of which nobody says whether they are HTML. Knows nothing of articles.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// The paragraphs of a text that may be HTML or not. One without tags that part lines keeps its own lines.
std::string plain_text(std::string_view text);

/// Whether a text was meant as HTML: it has a tag or a character entity that HTML knows.
bool is_html(std::string_view text);

}  // namespace morgue
