// SPDX-License-Identifier: GPL-3.0-or-later
// The words that go on as the one under way: suggestions.h.
#pragma once

#include <vector>

#include "common/article/analysed_article.h"
#include "common/index/archive_reader.h"
#include "common/search/suggestions.h"
#include "common/search/term_samples.h"
#include "common/search/typed_text.h"

namespace morgue {

/// Those most used and most lately; after a complete word those that follow it oftenest in some of its
/// articles, or stand in them where none follows.
std::vector<SuggestedWord> suggested_words(ArchiveReader&, Analyser&, const TypedText&, const Ages&,
                                           std::size_t most);

}  // namespace morgue
