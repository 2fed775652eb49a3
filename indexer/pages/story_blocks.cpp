// SPDX-License-Identifier: GPL-3.0-or-later
// Goes over the blocks once for each kind of thing that is taken out.
#include "indexer/pages/story_blocks.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/pages/furniture.h"
#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

constexpr std::size_t paragraphs_before_comments = 3;  // a count of comments may stand above the story
constexpr std::size_t shortest_teaser = 40;            // bytes of a paragraph that is cut off

class FurnitureRemover {
 public:
  void see(const StoryBlock& block) {
    const auto furniture = furniture_of(block.text);
    if (furniture == Furniture::none) return see_text(block);
    result_.has_furniture = true;
    if (furniture == Furniture::comments && paragraphs_ >= paragraphs_before_comments) zone_ = furniture;
    if (furniture != Furniture::links || zone_ == Furniture::comments) return;
    if (paragraphs_ > 0) zone_ = furniture;
    else result_.first_after_links = result_.blocks.size();
  }

  Unfurnished take() { return std::move(result_); }

 private:
  void see_text(const StoryBlock& block) {
    const bool is_running_text = block.is_paragraph && ends_a_sentence(block.text);
    if (is_running_text) ++paragraphs_;
    if (is_running_text && zone_ == Furniture::links) zone_ = Furniture::none;
    if (zone_ == Furniture::none) result_.blocks.push_back(block);
  }

  Unfurnished result_;
  Furniture zone_ = Furniture::none;
  std::size_t paragraphs_ = 0;
};

/// The key of a text that is cut off with dots, without them; "" for another.
std::string_view key_of_teaser(const StoryBlock& block) {
  const bool is_cut = block.text.ends_with("…") || block.text.ends_with("...") ||
                      block.text.ends_with("[…]") || block.text.ends_with("[...]");
  if (!is_cut || block.key.size() < shortest_teaser) return {};
  return block.key;
}

void drop_lines_at_the_end(StoryBlocks& blocks) {
  while (!blocks.empty() && !blocks.back().is_paragraph && !ends_a_sentence(blocks.back().text))
    blocks.pop_back();
}

}  // namespace

StoryBlocks story_blocks(const std::vector<std::string>& texts) {
  StoryBlocks blocks;
  for (const auto& text : texts) blocks.push_back({text, line_key(text), is_paragraph(text)});
  return blocks;
}

Unfurnished without_furniture(const StoryBlocks& blocks) {
  FurnitureRemover remover;
  for (const auto& block : blocks) remover.see(block);
  return remover.take();
}

ToldBlocks::ToldBlocks(const StoryBlocks& blocks) {
  for (const auto& block : blocks) keys_.insert(block.key);
}

bool ToldBlocks::have(const StoryBlock& block) const {
  if (keys_.contains(block.key)) return true;
  const auto teaser = key_of_teaser(block);
  const auto after = keys_.lower_bound(std::string(teaser));
  return !teaser.empty() && after != keys_.end() && after->starts_with(teaser);
}

StoryBlocks without_repeats(StoryBlocks blocks, bool is_a_page) {
  std::unordered_set<std::string> told;
  StoryBlocks kept;
  bool is_in_a_copy = false;  // the block before was told already
  for (auto& block : blocks) {
    const bool is_new = told.insert(block.key).second;
    const bool may_repeat =
        !block.is_paragraph && !is_in_a_copy && (!is_a_page || ends_a_sentence(block.text));
    is_in_a_copy = !is_new && !may_repeat;
    if (!is_in_a_copy) kept.push_back(std::move(block));
  }
  if (is_a_page) drop_lines_at_the_end(kept);
  return kept;
}

std::string joined_text(const StoryBlocks& blocks) {
  std::string text;
  for (const auto& block : blocks) text.append(text.empty() ? "" : "\n\n").append(block.text);
  return text;
}

}  // namespace morgue
