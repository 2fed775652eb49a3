// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a text: blocks, without furniture, the headline among them, the copy that tells the story, the
// lines of date and author out of it.
#include "indexer/pages/text_page.h"

#include <algorithm>
#include <optional>
#include <set>

#include "common/article/article_json.h"
#include "indexer/pages/byline.h"
#include "indexer/pages/page_text.h"
#include "indexer/pages/story_blocks.h"
#include "indexer/pages/story_lines.h"
#include "indexer/pages/text_blocks.h"
#include "indexer/pages/text_date.h"

namespace morgue {
namespace {

constexpr std::size_t longest_headline = 200;        // weight
constexpr std::size_t most_headlines = 200;          // that are weighed against each other
constexpr std::size_t words_of_a_sure_headline = 4;  // a menu's entry has fewer

bool ends_with_a_full_stop(const std::string& text) {
  return ends_a_sentence(text) && !text.ends_with('?') && !text.ends_with('!');
}

bool may_be_a_headline(const StoryBlock& block) {
  return weight_of(block.text) <= longest_headline && !ends_with_a_full_stop(block.text);
}

bool is_running_text(const StoryBlock& block) { return block.is_paragraph && !may_be_a_headline(block); }

bool says_when_or_who(const std::string& line) {
  return date_of_line(line).has_value() || !names_of_line(line).empty();
}

/// Also "The headline - The Gazette" is the headline.
bool is_this_headline(const StoryBlock& block, const std::string& headline) {
  if (!block.key.starts_with(headline)) return false;
  const auto rest = std::string_view(block.key).substr(headline.size());
  if (rest.empty()) return true;
  for (const std::string_view separator : {" - ", " | ", " – ", " — ", " :: ", " » "})
    if (rest.starts_with(separator)) return true;
  return false;
}

/// The blocks before the story that may be its headline, from `first` on.
std::vector<std::size_t> headlines_from(const StoryBlocks& blocks, std::size_t first) {
  std::vector<std::size_t> found;
  for (std::size_t i = first;
       i < blocks.size() && found.size() < most_headlines && !is_running_text(blocks[i]); ++i)
    if (may_be_a_headline(blocks[i]) && !says_when_or_who(blocks[i].text)) found.push_back(i);
  return found;
}

std::size_t times_of(const StoryBlocks& blocks, const std::string& headline) {
  return static_cast<std::size_t>(std::count_if(
      blocks.begin(), blocks.end(), [&](const auto& block) { return is_this_headline(block, headline); }));
}

bool is_sure(const StoryBlock& block) { return words_of(block.text).size() >= words_of_a_sure_headline; }

/// Of a site's page best a line that stands there again, then one of some words. A text of its own begins
/// with its headline; only a single word before another headline is its section.
std::optional<std::size_t> find_headline(const Unfurnished& page) {
  const auto& blocks = page.blocks;
  const auto candidates = headlines_from(blocks, page.first_after_links);
  if (candidates.empty()) return std::nullopt;
  for (const auto i : candidates)
    if (is_sure(blocks[i]) && times_of(blocks, blocks[i].key) > 1) return i;
  const bool begins_with_it = !page.has_furniture && words_of(blocks[candidates.front()].text).size() > 1;
  if (begins_with_it) return candidates.front();
  for (const auto i : candidates)
    if (is_sure(blocks[i])) return i;
  return candidates.front();
}

std::size_t weight_of_paragraphs(const StoryBlocks& blocks) {
  std::set<std::string> keys;
  std::size_t weight = 0;
  for (const auto& block : blocks)
    if (block.is_paragraph && keys.insert(block.key).second) weight += weight_of(block.text);
  return weight;
}

/// What stands before the first headline, and what stands below each.
std::vector<StoryBlocks> copies_of_the_story(const StoryBlocks& blocks, const std::string& headline) {
  std::vector<StoryBlocks> copies(1);
  for (const auto& block : blocks)
    if (is_this_headline(block, headline)) copies.emplace_back();
    else copies.back().push_back(block);
  return copies;
}

/// The fullest copy whole; of the others the paragraphs, where the page has them.
StoryBlocks joined(const std::vector<StoryBlocks>& copies) {
  std::size_t fullest = copies.size() > 1 ? 1 : 0;
  for (std::size_t i = fullest + 1; i < copies.size(); ++i)
    if (weight_of_paragraphs(copies[i]) > weight_of_paragraphs(copies[fullest])) fullest = i;
  auto story = copies[fullest];
  const ToldBlocks told(story);
  const auto is_told = [&](const StoryBlock& block) { return !is_running_text(block) || told.have(block); };
  StoryBlocks before;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (i == fullest) continue;
    auto& where = i < fullest ? before : story;
    for (const auto& block : copies[i])
      if (!is_told(block)) where.push_back(block);
  }
  before.insert(before.end(), story.begin(), story.end());
  return before;
}

void check_that_it_tells_something(const StoryBlocks& blocks) {
  const auto tells = [](const StoryBlock& block) {
    const auto words = words_of(block.text).size();
    return ends_a_sentence(block.text) ? words >= 3 || weight_of(block.text) >= 16
                                       : block.is_paragraph && words >= 8;
  };
  if (std::any_of(blocks.begin(), blocks.end(), tells)) return;
  throw ArticleError("no_article", "the text has no sentence of an article",
                     "give the article with its paragraphs as text, or leave the file out");
}

void take_lines_above(StoryBlocks& blocks, std::size_t headline, bool is_a_page, Article& article) {
  StoryBlocks above(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(headline));
  take_date_and_authors(above, article);
  if (!is_a_page && above.size() == 1) article.section = above.front().text;
}

StoryBlocks story_below(Unfurnished page, Article& article) {
  const auto headline = find_headline(page);
  if (headline) {
    const auto key = page.blocks[*headline].key;
    article.title = page.blocks[*headline].text;
    page.has_furniture = page.has_furniture || times_of(page.blocks, key) > 1;
    take_lines_above(page.blocks, *headline, page.has_furniture, article);
    page.blocks = joined(copies_of_the_story(page.blocks, key));
  }
  take_date_and_authors(page.blocks, article);
  return without_repeats(std::move(page.blocks), page.has_furniture);
}

}  // namespace

Article article_of_text(std::string_view text) {
  auto page = without_furniture(story_blocks(text_blocks(text)));
  check_that_it_tells_something(page.blocks);
  Article article;
  article.body = joined_text(story_below(std::move(page), article));
  return article;
}

}  // namespace morgue
