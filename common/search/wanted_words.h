// SPDX-License-Identifier: GPL-3.0-or-later
// The forms of an archive's words that a tree asks for: what of an article the matcher has to see. Knows
// nothing of articles.
#pragma once

#include <optional>

#include "common/index/archive_reader.h"
#include "common/query/query.h"
#include "common/search/expansions.h"
#include "common/text/wanted_forms.h"

namespace morgue {

/// Every form that a word of the archive's articles may have where a leaf of the tree is found. nullopt: the
/// matcher needs all words (a literal, any word in a phrase). `tree` as the expansions gave it.
std::optional<WantedForms> wanted_words(const Node& tree, ArchiveReader&, const Expansions&);

}  // namespace morgue
