// SPDX-License-Identifier: GPL-3.0-or-later
// The lines and paragraphs of a page in their order, and what is taken out of them: the site's furniture, and
// what stands there again. Knows no markup and no headline.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace morgue {

struct StoryBlock {
  std::string text;
  std::string key;  // line_key
  bool is_paragraph = false;
};

using StoryBlocks = std::vector<StoryBlock>;

StoryBlocks story_blocks(const std::vector<std::string>& texts);

struct Unfurnished {
  StoryBlocks blocks;
  bool has_furniture = false;         // there was some
  std::size_t first_after_links = 0;  // the first block below the links that stood before any paragraph
};

/// Without lines of furniture; below a heading over links also without the short lines, up to the next
/// paragraph; below one over comments, once the story has some paragraphs, without the rest.
Unfurnished without_furniture(const StoryBlocks&);

class ToldBlocks {
 public:
  explicit ToldBlocks(const StoryBlocks&);
  /// Whether the block stands among them, whole or cut off with dots.
  bool have(const StoryBlock&) const;

 private:
  std::set<std::string> keys_;
};

/// Each paragraph once. A short line may repeat, but not within a copy of what was told. Of a page as a site
/// shows it also each heading once, and no lines at the end that are not sentences.
StoryBlocks without_repeats(StoryBlocks, bool is_a_page);

/// The texts, with blank lines between.
std::string joined_text(const StoryBlocks&);

}  // namespace morgue
