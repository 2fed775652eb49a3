// SPDX-License-Identifier: GPL-3.0-or-later
// Goes down from the page to the smallest element that still holds most of the running text; then takes what
// belongs to it from around it.
#include "indexer/pages/main_text.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>

#include "indexer/pages/furniture.h"
#include "indexer/pages/page_text.h"
#include "indexer/pages/page_zones.h"

namespace morgue {
namespace {

constexpr double most = 0.6;            // of an element's running text, in one element below it
constexpr std::size_t farthest_up = 3;  // elements around the main one that may hold an opening paragraph
constexpr std::size_t longest_line_above = 100;  // weight
constexpr double linked_paragraph = 0.6;         // more of it in links, and it is a list of them

const std::unordered_set<std::string_view> tags_of_text{"p",  "li",         "ul",  "ol", "h2", "h3",
                                                        "h4", "blockquote", "pre", "dl", "dd", "dt",
                                                        "tr", "table",      "h5",  "h6"};
bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

class MainTextFinder {
 public:
  explicit MainTextFinder(const PageTree& tree)
      : tree_(tree),
        weights_(running_weights(tree)),
        apart_(elements_apart(tree, sums_by_element(tree, weights_))) {
    for (std::size_t i = 0; i < weights_.size(); ++i)
      if (apart_[tree.blocks[i].element]) weights_[i] = 0;
    sums_ = sums_by_element(tree, weights_);
    last_.resize(tree.elements.size());
    for (std::size_t i = last_.size(); i-- > 0;) {
      last_[i] = std::max(last_[i], i);
      last_[tree.elements[i].parent] = std::max(last_[tree.elements[i].parent], last_[i]);
    }
    children_.resize(tree.elements.size());
    for (std::size_t i = 1; i < tree.elements.size(); ++i)
      if (sums_[i] > 0) children_[tree.elements[i].parent].push_back(i);
  }

  std::vector<std::string> texts(const std::string& title) const {
    const auto main = main_element();
    const auto around = element_around(main);
    const auto title_key = line_key(title);
    const auto begin = first_block_below_heading(around, title_key);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      const bool is_inside = is_in(tree_.blocks[i].element, main);
      const bool belongs =
          is_inside ? is_readable(i) : i >= begin && is_in(tree_.blocks[i].element, around) && is_sure(i);
      if (belongs && line_key(tree_.blocks[i].text) != title_key) texts.push_back(tree_.blocks[i].text);
    }
    return texts;
  }

  /// Short lines between the headline and the first of the texts, which must be a block's.
  std::vector<std::string> lines_above(const std::string& first, const std::string& title) const {
    const auto key = line_key(title);
    std::vector<std::string> lines;
    bool is_below = false;
    for (const auto& block : tree_.blocks) {
      if (block.text == first) return lines;
      if (!key.empty() && line_key(block.text) == key) {
        is_below = true;
        lines.clear();
      } else if (is_below && weight_of(block.text) <= longest_line_above) {
        lines.push_back(block.text);
      }
    }
    return {};
  }

  double part_of_page(const std::vector<std::string>& texts) const {
    std::size_t all = 1;
    std::size_t ours = 0;
    for (const auto& block : tree_.blocks) all += weight_of(block.text);
    for (const auto& text : texts) ours += weight_of(text);
    return static_cast<double>(ours) / static_cast<double>(all);
  }

  /// The most elements of one kind under one element of which each has a heading in a link.
  std::size_t teasers() const {
    std::map<std::string, std::unordered_set<std::size_t>> kinds;
    for (const auto& block : tree_.blocks) {
      if (block.linked < 0.9 || !is_heading(tree_.elements[block.element].tag) || apart_[block.element])
        continue;
      auto element = tree_.elements[block.element].parent;
      if (tree_.elements[element].tag == "header") element = tree_.elements[element].parent;
      const auto kind = std::to_string(tree_.elements[element].parent) + " " + tree_.elements[element].tag;
      kinds[kind].insert(element);
    }
    std::size_t count = 0;
    for (const auto& [kind, elements] : kinds) count = std::max(count, elements.size());
    return count;
  }

 private:
  std::size_t main_element() const {
    std::size_t element = first_article_body();
    while (!children_[element].empty()) {
      const auto best = *std::max_element(children_[element].begin(), children_[element].end(),
                                          [&](std::size_t a, std::size_t b) { return sums_[a] < sums_[b]; });
      const bool holds_most = static_cast<double>(sums_[best]) >= most * static_cast<double>(sums_[element]);
      if (!holds_most || tags_of_text.contains(tree_.elements[best].tag) || has_brothers(best)) break;
      element = best;
    }
    return element;
  }

  /// The element that microdata names as the article's body, if it holds a good part of the text.
  std::size_t first_article_body() const {
    for (std::size_t i = 0; i < tree_.elements.size(); ++i)
      if (tree_.elements[i].itemprop == "articleBody" && sums_[i] * 3 > sums_.front()) return i;
    return 0;
  }

  /// Whether others of its kind beside it hold running text too: then they are parts of one whole.
  bool has_brothers(std::size_t element) const {
    const auto& one = tree_.elements[element];
    const auto& all = children_[one.parent];
    return std::any_of(all.begin(), all.end(), [&](std::size_t i) {
      const auto& other = tree_.elements[i];
      return i != element && other.tag == one.tag && (other.names == one.names || one.tag == "section");
    });
  }

  std::size_t element_around(std::size_t main) const {
    auto element = main;
    for (std::size_t up = 0; up < farthest_up; ++up) {
      const auto& tag = tree_.elements[element].tag;
      if (tag == "article" || tag == "main" || tag == "body" || tree_.elements[element].parent == element)
        break;
      element = tree_.elements[element].parent;
    }
    return element;
  }

  std::size_t first_block_below_heading(std::size_t around, const std::string& title) const {
    for (std::size_t i = 0; i < tree_.blocks.size(); ++i) {
      const auto& block = tree_.blocks[i];
      if (!is_in(block.element, around)) continue;
      if (tree_.elements[block.element].tag == "h1" || (!title.empty() && line_key(block.text) == title))
        return i + 1;
    }
    return tree_.blocks.size();
  }

  bool is_in(std::size_t element, std::size_t around) const {
    return element >= around && element <= last_[around];
  }

  bool is_readable(std::size_t i) const {
    const auto& block = tree_.blocks[i];
    if (apart_[block.element]) return false;
    const auto furniture = furniture_of(block.text);
    if (furniture != Furniture::none)  // it may begin a zone; a link to the comments does not
      return furniture != Furniture::comments || block.linked < 0.5;
    if (block.linked > linked_paragraph)
      return block.linked < 0.95 && ends_a_sentence(block.text) && weights_[i] > 0;
    return is_paragraph(block.text) || ends_a_sentence(block.text) ||
           tags_of_text.contains(tree_.elements[block.element].tag);
  }

  bool is_sure(std::size_t i) const {
    return weights_[i] > 0 && tree_.blocks[i].linked < 0.2 && ends_a_sentence(tree_.blocks[i].text);
  }

  const PageTree& tree_;
  std::vector<std::size_t> weights_;  // of running text that does not stand apart, by block
  std::vector<bool> apart_;
  std::vector<std::size_t> sums_;                   // of weights, by element
  std::vector<std::vector<std::size_t>> children_;  // with running text
  std::vector<std::size_t> last_;                   // the last element in each, by element
};

}  // namespace

MainText main_text(const PageTree& tree, const std::string& title) {
  const MainTextFinder finder(tree);
  const auto texts = finder.texts(title);
  auto story = without_furniture(story_blocks(texts)).blocks;
  const auto above =
      story.empty() ? std::vector<std::string>() : finder.lines_above(story.front().text, title);
  return {story_blocks(above), std::move(story), finder.part_of_page(texts), finder.teasers()};
}

}  // namespace morgue
