// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a plain text as its paragraphs, however they are wrapped. Knows nothing of articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// The paragraphs, without blank ones, each on one line. A blank line ends a paragraph, a line end does where
/// it was not forced by the width of the text: the next word would have stood in the line, and the line ends
/// a sentence or is short; or where every line ends a sentence. Line ends of every system. `text` is UTF-8.
std::vector<std::string> text_blocks(std::string_view text);

}  // namespace morgue
