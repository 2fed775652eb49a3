// SPDX-License-Identifier: GPL-3.0-or-later
// A page's markup as what can be read in it: blocks of text, and the elements around them. Knows nothing of
// articles.
#pragma once

#include <string>
#include <vector>

struct _xmlNode;

namespace morgue {

/// An element that parts the text.
struct PageElement {
  std::string tag;
  std::string names;  // its class and id, as they stand
  std::string itemprop;
  std::size_t parent = 0;  // the first element is its own
  bool is_hidden = false;
};

struct PageBlock {
  std::string text;         // white space collapsed; line ends where a reader sees them
  std::size_t element = 0;  // the innermost
  double linked = 0;        // how much of the text stands in links, 0 to 1
};

struct PageTree {
  std::vector<PageElement> elements;  // parents first
  std::vector<PageBlock> blocks;      // in their order
};

PageTree page_tree(const _xmlNode& root);

}  // namespace morgue
