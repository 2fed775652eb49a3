// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a page's nodes without recursion and gathers the blocks between its breaks.
#include "indexer/pages/page_tree.h"

#include <libxml/tree.h>

#include <algorithm>

#include "common/text/ascii.h"
#include "indexer/pages/html_node.h"
#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

constexpr std::size_t longest_cell =
    120;  // bytes; what is longer is no cell of a table but a column of the page

bool is_cell(std::string_view name) { return name == "td" || name == "th"; }

/// Tables were also used to lay out pages: a cell with blocks in it or with much text stands by itself.
bool is_column_of_the_page(const xmlNode& cell) {
  std::size_t length = 0;
  for (const auto* node = cell.children; node; node = next_node(node, cell)) {
    if (node->type == XML_TEXT_NODE && node->content)
      length += std::char_traits<char>::length(reinterpret_cast<const char*>(node->content));
    const auto name = name_of(*node);
    if (length > longest_cell || name == "p" || name == "div" || name == "table") return true;
  }
  return false;
}

Break break_on_page(const xmlNode& node) {
  if (is_cell(name_of(node))) return is_column_of_the_page(node) ? Break::paragraph : Break::none;
  return break_of(node);
}

bool is_hidden(const xmlNode& node) {
  if (xmlHasProp(&node, reinterpret_cast<const xmlChar*>("hidden"))) return true;
  auto style = attribute_of(node, "style");
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos || attribute_of(node, "aria-hidden") == "true";
}

/// Each line collapsed, without blank ones.
std::string lines_of(std::string_view raw) {
  std::string text;
  while (!raw.empty()) {
    const auto end = std::min(raw.find('\n'), raw.size());
    const auto line = collapsed(raw.substr(0, end));
    if (!line.empty()) text.append(text.empty() ? "" : "\n").append(line);
    raw.remove_prefix(std::min(end + 1, raw.size()));
  }
  return text;
}

class TreeBuilder {
 public:
  PageTree build(const xmlNode& root) {
    const xmlNode* node = &root;
    while (node != nullptr) {
      const bool enters = enter(*node);
      if (enters && node->children) {
        node = node->children;
        continue;
      }
      if (enters) leave(*node);
      while (node != &root && node->next == nullptr) {
        node = node->parent;
        leave(*node);
      }
      node = node == &root ? nullptr : node->next;
    }
    end_block();
    return std::move(tree_);
  }

 private:
  /// Whether to go on below it.
  bool enter(const xmlNode& node) {
    if (node.type == XML_TEXT_NODE && node.content) add(reinterpret_cast<const char*>(node.content));
    if (node.type != XML_ELEMENT_NODE) return false;
    const auto kind = break_on_page(node);
    if (kind == Break::dropped) return false;
    const auto name = name_of(node);
    if (name == "br") end_line();
    else if (kind != Break::none) open(node, kind);
    else if (is_cell(name)) add(" ");
    else if (name == "a") ++open_links_;
    if (name == "pre") ++open_pre_;
    return true;
  }

  void leave(const xmlNode& node) {
    const auto kind = break_on_page(node);
    const auto name = name_of(node);
    if (name == "pre") --open_pre_;
    if (kind == Break::none && name == "a") --open_links_;
    if (kind == Break::none) return;
    if (kind == Break::paragraph) end_block();
    else begin_line();
    open_element_ = tree_.elements[open_element_].parent;
  }

  void open(const xmlNode& node, Break kind) {
    if (kind == Break::paragraph) end_block();
    else begin_line();
    PageElement element{std::string(name_of(node)), attribute_of(node, "class"),
                        attribute_of(node, "itemprop"), open_element_, is_hidden(node)};
    element.names.append(" ").append(attribute_of(node, "id"));
    open_element_ = tree_.elements.size();
    tree_.elements.push_back(std::move(element));
  }

  void add(std::string_view text) {
    for (const char c : text) {
      if (c == '\n' && open_pre_ > 0) end_line();
      else if (is_space(c)) raw_ += ' ';
      else add_letter(c);
    }
  }

  void add_letter(char c) {
    if (letters_ == 0) block_element_ = open_element_;
    ++letters_;
    if (open_links_ > 0) ++linked_;
    raw_ += c;
  }

  /// A second one without text between ends the block.
  void end_line() {
    const auto last = raw_.find_last_not_of(" \t\r");
    if (last != std::string::npos && raw_[last] == '\n') end_block();
    else begin_line();
  }
  void begin_line() { raw_ += '\n'; }

  void end_block() {
    auto text = lines_of(raw_);
    if (!text.empty())
      tree_.blocks.push_back(
          {std::move(text), block_element_, static_cast<double>(linked_) / static_cast<double>(letters_)});
    raw_.clear();
    linked_ = letters_ = 0;
  }

  PageTree tree_{{PageElement{"html", "", "", 0, false}}, {}};
  std::string raw_;  // of the block that is being gathered
  std::size_t letters_ = 0;
  std::size_t linked_ = 0;  // of the letters
  std::size_t block_element_ = 0;
  std::size_t open_element_ = 0;
  std::size_t open_links_ = 0;
  std::size_t open_pre_ = 0;
};

}  // namespace

PageTree page_tree(const _xmlNode& root) { return TreeBuilder().build(root); }

}  // namespace morgue
