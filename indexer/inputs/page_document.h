// SPDX-License-Identifier: GPL-3.0-or-later
// A saved page as an input: all of its bytes are one article. Knows no markup.
#pragma once

#include "indexer/inputs/bytes.h"

namespace morgue {

inline constexpr std::size_t longest_page = 16 * 1024 * 1024;  // bytes

/// Gives the page, or its fault (too_large), to the sink.
void read_page(Bytes&, PageKind, ArticleSink&);
/// Gives the page's article, or its fault (no_article, not_text, too_deep), to the sink.
void parse_page(const Page&, ArticleSink&);

/// Whether an input that begins so is text, and not JSON.
bool looks_like_a_page(std::string_view beginning);

}  // namespace morgue
