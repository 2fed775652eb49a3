// SPDX-License-Identifier: GPL-3.0-or-later
// Which is the article's body: what JSON-LD gives as its text, or what was found in the page. Knows no
// metadata.
#pragma once

#include <string>

#include "indexer/pages/page_tree.h"
#include "indexer/pages/story_blocks.h"

namespace morgue {

/// `given` may be "" or cut short: then it is `found`. Else it is the blocks of the page that `given` is made
/// of, since those have their paragraphs, or `given` itself where the page does not show it.
StoryBlocks best_body(const std::string& given, StoryBlocks found, const PageTree&);

}  // namespace morgue
