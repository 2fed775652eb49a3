// SPDX-License-Identifier: GPL-3.0-or-later
// The lines around a headline that say when and who: "By Anna Roth", "Published: July 14, 2021". Knows no
// markup.
#pragma once

#include "common/article/article.h"
#include "indexer/pages/story_blocks.h"

namespace morgue {

/// Takes them out of the first blocks, up to the first paragraph, and into what the article does not have
/// yet.
void take_date_and_authors(StoryBlocks&, Article&);

}  // namespace morgue
