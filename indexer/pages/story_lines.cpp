// SPDX-License-Identifier: GPL-3.0-or-later
// Asks each of the first lines whether it is a date or a byline.
#include "indexer/pages/story_lines.h"

#include "indexer/pages/byline.h"
#include "indexer/pages/text_date.h"

namespace morgue {
namespace {

constexpr std::size_t most_lines = 4;  // that are looked at

}  // namespace

void take_date_and_authors(StoryBlocks& blocks, Article& article) {
  for (std::size_t i = 0, seen = 0; i < blocks.size() && seen < most_lines; ++seen) {
    const auto& line = blocks[i].text;
    const auto date = date_of_line(line);
    const auto names = names_of_line(line);
    if (!date && names.empty()) {
      if (blocks[i].is_paragraph) return;
      ++i;
      continue;
    }
    if (article.authors.empty()) article.authors = names;
    const auto when = date ? date->date : date_in(line).value_or("");
    auto& member = date && date->is_update ? article.updated : article.published;
    if (member.empty()) member = when;
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace morgue
