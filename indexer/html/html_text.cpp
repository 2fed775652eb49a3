// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a tree of HTML and gathers what a reader sees. Knows nothing of articles.
#include "indexer/html/html_text.h"

#include <libxml/tree.h>

#include <algorithm>

#include "common/text/ascii.h"
#include "indexer/html/elements.h"
#include "indexer/html/html_document.h"

namespace morgue {
namespace {

std::string_view name_of(const xmlNode& node) {
  return node.name ? reinterpret_cast<const char*>(node.name) : std::string_view();
}

Break break_of(const xmlNode& node) {
  if (node.type == XML_COMMENT_NODE || node.type == XML_PI_NODE) return Break::dropped;
  return node.type == XML_ELEMENT_NODE ? break_of_element(name_of(node)) : Break::none;
}

/// Gathers text into lines and lines into paragraphs.
class Gathering {
 public:
  void add(std::string_view text, bool keeps_lines) {
    constexpr std::string_view no_break_space = "\u00A0";
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (keeps_lines && text[i] == '\n') {
        end_line();
      } else if (is_space(text[i])) {
        has_space_ = true;
      } else if (text.substr(i).starts_with(no_break_space)) {
        has_space_ = true;
        ++i;
      } else {
        add_character(text[i]);
      }
    }
  }

  void add_space() { has_space_ = true; }
  /// A second one without text between ends the paragraph.
  void end_line() {
    if (has_line_end_) begin_paragraph();
    else has_line_end_ = true;
  }
  void begin_line() { has_line_end_ = true; }
  void begin_paragraph() {
    if (!paragraph_.empty()) paragraphs_.push_back(std::move(paragraph_));
    paragraph_.clear();
    has_space_ = has_line_end_ = false;
  }

  std::vector<std::string> paragraphs() {
    begin_paragraph();
    return std::move(paragraphs_);
  }

 private:
  void add_character(char c) {
    if (!paragraph_.empty() && has_line_end_) paragraph_ += '\n';
    else if (!paragraph_.empty() && has_space_) paragraph_ += ' ';
    has_space_ = has_line_end_ = false;
    paragraph_ += c;
  }

  std::vector<std::string> paragraphs_;
  std::string paragraph_;
  bool has_space_ = false;
  bool has_line_end_ = false;
};

class Walk {
 public:
  /// Without recursion: a page may nest as deep as it likes.
  std::vector<std::string> paragraphs_below(const xmlNode& top) {
    const xmlNode* node = &top;
    while (node != nullptr) {
      if (enter(*node) && node->children != nullptr) {
        node = node->children;
        continue;
      }
      leave(*node);
      while (node != &top && node->next == nullptr) {
        node = node->parent;
        leave(*node);
      }
      node = node == &top ? nullptr : node->next;
    }
    return gathering_.paragraphs();
  }

 private:
  /// Whether to go on below it.
  bool enter(const xmlNode& node) {
    const auto kind = break_of(node);
    if (kind == Break::dropped) return false;
    separate(kind);
    const auto name = name_of(node);
    if (node.type == XML_TEXT_NODE && node.content != nullptr)
      gathering_.add(reinterpret_cast<const char*>(node.content), open_pre_ > 0);
    else if (name == "br") gathering_.end_line();
    else if (name == "td" || name == "th") gathering_.add_space();
    else if (name == "pre") ++open_pre_;
    return node.type == XML_ELEMENT_NODE;
  }

  void leave(const xmlNode& node) {
    const auto kind = break_of(node);
    if (kind == Break::dropped) return;
    separate(kind);
    if (name_of(node) == "pre") --open_pre_;
  }

  void separate(Break kind) {
    if (kind == Break::paragraph) gathering_.begin_paragraph();
    else if (kind == Break::line) gathering_.begin_line();
  }

  Gathering gathering_;
  std::size_t open_pre_ = 0;
};

std::string joined(const std::vector<std::string>& paragraphs, std::string_view between) {
  std::string text;
  for (const auto& paragraph : paragraphs) text.append(text.empty() ? "" : between).append(paragraph);
  return text;
}

}  // namespace

std::vector<std::string> html_paragraphs(const _xmlNode& node) { return Walk().paragraphs_below(node); }

std::vector<std::string> html_paragraphs(std::string_view html) {
  const HtmlDocument document(html);
  return document.root() ? html_paragraphs(*document.root()) : std::vector<std::string>();
}

std::string html_text(std::string_view html) { return joined(html_paragraphs(html), "\n\n"); }

std::string html_line(std::string_view html) {
  auto line = joined(html_paragraphs(html), " ");
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace morgue
