// SPDX-License-Identifier: GPL-3.0-or-later
// Which blocks of a page tell its article. Knows no metadata.
#pragma once

#include "indexer/pages/page_tree.h"
#include "indexer/pages/story_blocks.h"

namespace morgue {

struct MainText {
  StoryBlocks above;        // short lines between the headline and the story: dates, bylines
  StoryBlocks blocks;       // as the page has them, without what stands apart and without furniture
  double part_of_page = 0;  // of the page's text, 0 to 1
  std::size_t teasers = 0;  // elements alike, each with a heading that is a link: what a list of articles has
};

/// The element in which most of the running text stands, and what belongs to it around it. `title` ends up in
/// none of the blocks.
MainText main_text(const PageTree&, const std::string& title);

}  // namespace morgue
