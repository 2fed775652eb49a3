// SPDX-License-Identifier: GPL-3.0-or-later
// Walks a tree of HTML and gathers what a reader sees. Knows nothing of articles.
#include "indexer/html/html_text.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "indexer/html/html_document.h"

namespace morgue {
namespace {

enum class Break { none, line, paragraph, dropped };

struct Element {
  std::string_view name;
  Break before_and_after;
};

// What is not here is part of a line.
constexpr std::array elements{
    Element{"address", Break::paragraph},    Element{"applet", Break::dropped},
    Element{"article", Break::paragraph},    Element{"aside", Break::paragraph},
    Element{"audio", Break::dropped},        Element{"blockquote", Break::paragraph},
    Element{"body", Break::paragraph},       Element{"button", Break::dropped},
    Element{"canvas", Break::dropped},       Element{"caption", Break::paragraph},
    Element{"center", Break::paragraph},     Element{"dd", Break::line},
    Element{"details", Break::paragraph},    Element{"div", Break::paragraph},
    Element{"dl", Break::paragraph},         Element{"dt", Break::line},
    Element{"embed", Break::dropped},        Element{"fieldset", Break::paragraph},
    Element{"figcaption", Break::paragraph}, Element{"figure", Break::paragraph},
    Element{"footer", Break::paragraph},     Element{"form", Break::paragraph},
    Element{"h1", Break::paragraph},         Element{"h2", Break::paragraph},
    Element{"h3", Break::paragraph},         Element{"h4", Break::paragraph},
    Element{"h5", Break::paragraph},         Element{"h6", Break::paragraph},
    Element{"head", Break::dropped},         Element{"header", Break::paragraph},
    Element{"hr", Break::paragraph},         Element{"iframe", Break::dropped},
    Element{"input", Break::dropped},        Element{"li", Break::line},
    Element{"main", Break::paragraph},       Element{"nav", Break::paragraph},
    Element{"noscript", Break::dropped},     Element{"object", Break::dropped},
    Element{"ol", Break::paragraph},         Element{"p", Break::paragraph},
    Element{"pre", Break::paragraph},        Element{"script", Break::dropped},
    Element{"section", Break::paragraph},    Element{"select", Break::dropped},
    Element{"style", Break::dropped},        Element{"summary", Break::paragraph},
    Element{"svg", Break::dropped},          Element{"table", Break::paragraph},
    Element{"template", Break::dropped},     Element{"textarea", Break::dropped},
    Element{"title", Break::dropped},        Element{"tr", Break::line},
    Element{"ul", Break::paragraph},         Element{"video", Break::dropped},
};
static_assert(std::is_sorted(elements.begin(), elements.end(),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));

std::string_view name_of(const xmlNode& node) {
  return node.name ? reinterpret_cast<const char*>(node.name) : std::string_view();
}

Break break_of(const xmlNode& node) {
  if (node.type == XML_COMMENT_NODE || node.type == XML_PI_NODE) return Break::dropped;
  if (node.type != XML_ELEMENT_NODE) return Break::none;
  const auto name = name_of(node);
  const auto* found = std::lower_bound(elements.begin(), elements.end(), name,
                                       [](const Element& e, std::string_view n) { return e.name < n; });
  return found != elements.end() && found->name == name ? found->before_and_after : Break::none;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

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

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `text` begins after the ampersand.
bool begins_entity(std::string_view text) {
  constexpr std::size_t longest_name = 10;
  const auto end = text.substr(0, longest_name).find(';');
  if (end == std::string_view::npos || end < 2) return false;
  if (text.front() == '#') return is_digit(text[1]) || ((text[1] == 'x' || text[1] == 'X') && end > 2);
  return htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(text.substr(0, end)).c_str()));
}

/// `text` begins after the angle bracket.
bool begins_tag(std::string_view text) {
  if (text.starts_with("!--")) return true;
  if (text.starts_with('/')) text.remove_prefix(1);
  const auto end =
      std::find_if_not(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
  std::string name(text.begin(), end);
  const bool is_ended = end != text.end() && (is_space(*end) || *end == '>' || *end == '/');
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (!is_ended || text.find('>') == std::string_view::npos) return false;
  const bool is_ours = std::binary_search(elements.begin(), elements.end(), Element{name, Break::none},
                                          [](const Element& a, const Element& b) { return a.name < b.name; });
  return is_ours || htmlTagLookup(reinterpret_cast<const xmlChar*>(name.c_str())) != nullptr;
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

bool is_html(std::string_view text) {
  for (auto at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at + 1)) {
    const auto after = text.substr(at + 1);
    if (text[at] == '<' ? begins_tag(after) : begins_entity(after)) return true;
  }
  return false;
}

}  // namespace morgue
