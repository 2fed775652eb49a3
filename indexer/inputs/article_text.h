// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON text of one article becomes JSON, or a fault that says where it breaks off. Knows no keys.
#pragma once

#include "indexer/inputs/bytes.h"

namespace morgue {

inline constexpr std::size_t deepest_nesting = 100;
inline constexpr std::size_t longest_article = 128 * 1024 * 1024;  // bytes of its JSON text

/// Gives the article, or the fault (too_large, too_deep, bad_utf8, malformed_json), to the sink.
void parse_article_text(const Piece&, ArticleSink&);

/// A fault of the JSON itself.
Fault malformed(const Place&, const std::string& reason, const std::string& hint);

}  // namespace morgue
