// SPDX-License-Identifier: GPL-3.0-or-later
// Asks libxml2's nodes.
#include "indexer/pages/html_node.h"

#include <libxml/tree.h>

#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

constexpr std::size_t most_nodes =
    1000;  // so that no nesting of elements costs more than a constant for each

std::string_view text_of(const xmlNode& node) {
  const bool is_text = node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE;
  return is_text && node.content ? reinterpret_cast<const char*>(node.content) : std::string_view();
}

}  // namespace

std::string_view name_of(const _xmlNode& node) {
  return node.name ? reinterpret_cast<const char*>(node.name) : std::string_view();
}

Break break_of(const _xmlNode& node) {
  if (node.type == XML_COMMENT_NODE || node.type == XML_PI_NODE) return Break::dropped;
  return node.type == XML_ELEMENT_NODE ? break_of_element(name_of(node)) : Break::none;
}

std::string attribute_of(const _xmlNode& node, const char* name) {
  if (node.type != XML_ELEMENT_NODE) return {};
  const auto* attribute = xmlHasProp(&node, reinterpret_cast<const xmlChar*>(name));
  if (attribute == nullptr || attribute->children == nullptr) return {};
  return std::string(text_of(*attribute->children));
}

const _xmlNode* next_node(const _xmlNode* node, const _xmlNode& top, bool enters) {
  if (enters && node->type == XML_ELEMENT_NODE && node->children) return node->children;
  while (node != &top && node->next == nullptr) node = node->parent;
  return node == &top ? nullptr : node->next;
}

std::string text_below(const _xmlNode& top) {
  std::string text;
  std::size_t seen = 0;
  for (const auto* node = &top; node && seen < most_nodes;
       node = next_node(node, top, break_of(*node) != Break::dropped), ++seen) {
    if (break_of(*node) != Break::none) text += ' ';
    text += text_of(*node);
  }
  return collapsed(text);
}

std::string content_of(const _xmlNode& top) {
  std::string text;
  for (const auto* node = top.children; node; node = node->next) text += text_of(*node);
  return text;
}

}  // namespace morgue
