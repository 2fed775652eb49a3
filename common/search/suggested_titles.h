// SPDX-License-Identifier: GPL-3.0-or-later
// The titles with the words typed: suggestions.h.
#pragma once

#include <vector>

#include "common/index/archive_reader.h"
#include "common/search/suggestions.h"
#include "common/search/typed_text.h"

namespace morgue {

/// Of the newest titles with all the words and one that begins as the one under way: first those that begin
/// with what is typed, then those that have it in one piece, then the others; the newer first.
std::vector<SuggestedTitle> suggested_titles(ArchiveReader&, const TypedText&, std::size_t most);

}  // namespace morgue
