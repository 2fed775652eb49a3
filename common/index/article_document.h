// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a Xapian document and back. Knows nothing of archives on disk.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

#include "common/article/analysed_article.h"

namespace morgue {

/// The article, with its id, `added` and `taken` set, as terms, positions, values and stored data. Throws
/// Error(bad_input) for more words in a title or in the names than their position ranges hold, and as
/// to_stored().
Xapian::Document to_document(const AnalysedArticle&);

/// The article that a document was made of. Throws Error(storage) for data that is not ours.
Article from_document(const Xapian::Document&);
Article from_stored(std::string_view data);

/// The stored bytes: a version byte, `taken` as schema::sortable, and the canonical JSON compressed by zstd,
/// so that Xapian's own compression, whose reader fails on some repetitive data (XAPIAN.md 1), never meets
/// anything it would shrink.
std::string to_stored(const Article&);

}  // namespace morgue
