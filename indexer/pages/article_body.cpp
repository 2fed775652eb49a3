// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for the page's blocks in the given text, by letters and digits alone.
#include "indexer/pages/article_body.h"

#include <unicode/uchar.h>

#include "common/text/characters.h"
#include "common/text/fold.h"
#include "indexer/pages/page_text.h"
#include "indexer/pages/text_blocks.h"

namespace morgue {
namespace {

constexpr std::size_t shortest_given = 200;  // bytes; what is shorter is a summary
constexpr std::size_t shortest_anchor = 40;  // bytes of letters that are looked for anywhere ahead

std::string letters_of(std::string_view text) {
  const auto folded = fold(text);
  std::string letters;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (u_isalnum(next_character(folded, at))) letters.append(folded, begin, at - begin);
  }
  return letters;
}

std::size_t letters_in(const StoryBlocks& blocks) {
  std::size_t sum = 0;
  for (const auto& block : blocks) sum += letters_of(block.text).size();
  return sum;
}

/// The page's blocks of which the letters are made, in their order.
StoryBlocks blocks_of(const std::string& letters, const PageTree& tree) {
  std::vector<std::string> texts;
  std::size_t told = 0;
  for (const auto& block : tree.blocks) {
    const auto own = letters_of(block.text);
    if (own.empty()) continue;
    const auto at = own.size() >= shortest_anchor ? letters.find(own, told) : told;
    if (at == std::string::npos || letters.compare(at, own.size(), own) != 0) continue;
    texts.push_back(block.text);
    told = at + own.size();
  }
  return story_blocks(texts);
}

bool is_cut_short(const std::string& given, std::size_t letters, std::size_t found) {
  return given.size() < shortest_given || given.ends_with("…") || given.ends_with("...") ||
         letters * 2 < found;
}

}  // namespace

StoryBlocks best_body(const std::string& given, StoryBlocks found, const PageTree& tree) {
  const auto letters = letters_of(given);
  if (is_cut_short(given, letters.size(), letters_in(found))) return found;
  auto shown = blocks_of(letters, tree);
  if (letters_in(shown) * 10 >= letters.size() * 8) return shown;
  if (letters.size() * 10 < letters_in(found) * 8) return found;
  return story_blocks(text_blocks(given));
}

}  // namespace morgue
