// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the page; a table of what is asked of which element.
#include "indexer/pages/page_facts.h"

#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "indexer/pages/html_node.h"
#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

constexpr std::size_t longest_byline = 300;  // bytes
constexpr std::size_t most_values = 200;     // of one name

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return text;
}

bool has_word(const std::string& text, std::string_view word) {
  const auto words = words_of(text);
  return std::find(words.begin(), words.end(), word) != words.end();
}

void add(std::vector<std::string>& values, std::string value) {
  if (!value.empty() && values.size() < most_values) values.push_back(std::move(value));
}

bool names_an_author(const xmlNode& node) {
  const auto itemprop = lower(attribute_of(node, "itemprop"));
  if (itemprop == "author" || has_word(lower(attribute_of(node, "rel")), "author")) return true;
  const auto names = lower(attribute_of(node, "class"));
  for (const auto word : words_of(names))
    if (word == "byline" || word == "author" || word == "author-name" || word == "byline-name" ||
        word == "article-author" || word == "article__author" || word == "post-author" ||
        word == "byline__name" || word == "byline__author")
      return true;
  return false;
}

class FactsReader {
 public:
  PageFacts read(const xmlNode& root) {
    facts_.language = attribute_of(root, "lang");
    if (facts_.language.empty()) facts_.language = attribute_of(root, "xml:lang");
    for (const auto* node = root.prev; node; node = node->prev)
      if (node->type == XML_COMMENT_NODE && node->content)
        set(facts_.saved_from, url_in_note(reinterpret_cast<const char*>(node->content)));
    for (const auto* node = &root; node; node = next_node(node, root)) see(*node);
    return std::move(facts_);
  }

 private:
  void see(const xmlNode& node) {
    if (node.type != XML_ELEMENT_NODE) return;
    const auto name = name_of(node);
    if (name == "meta") see_meta(node);
    else if (name == "link") see_link(node);
    else if (name == "script") see_script(node);
    else if (name == "title") set(facts_.title, text_of_title(node));
    else if (name == "h1") add(facts_.headings, text_below(node));
    else if (name == "time") see_time(node);
    else see_microdata(node);
  }

  static void set(std::string& value, std::string found) {
    if (value.empty()) value = std::move(found);
  }

  /// "saved from url=(0031)https://…"
  static std::string url_in_note(std::string_view comment) {
    const auto note = comment.find("saved from url=(");
    const auto begin = note == std::string_view::npos ? note : comment.find(')', note);
    if (begin == std::string_view::npos) return {};
    return std::string(
        words_of(comment.substr(begin + 1)).empty() ? "" : words_of(comment.substr(begin + 1)).front());
  }

  static std::string text_of_title(const xmlNode& node) {
    const bool is_of_the_page = node.parent && name_of(*node.parent) != "svg";
    return is_of_the_page ? collapsed(content_of(node)) : "";
  }

  void see_meta(const xmlNode& node) {
    for (const auto* kind : {"property", "name", "itemprop", "http-equiv"})
      if (const auto name = attribute_of(node, kind); !name.empty())
        add(facts_.metas[lower(name)], collapsed(attribute_of(node, "content")));
  }

  void see_link(const xmlNode& node) {
    if (has_word(lower(attribute_of(node, "rel")), "canonical"))
      set(facts_.canonical, collapsed(attribute_of(node, "href")));
  }

  void see_script(const xmlNode& node) {
    if (lower(attribute_of(node, "type")).find("ld+json") != std::string::npos)
      add(facts_.linked_data, content_of(node));
  }

  void see_time(const xmlNode& node) {
    auto when = attribute_of(node, "datetime");
    if (when.empty()) when = text_below(node);
    const auto marks = lower(attribute_of(node, "itemprop") + " " + attribute_of(node, "class"));
    const bool is_update =
        marks.find("modified") != std::string::npos || marks.find("updated") != std::string::npos;
    const bool is_first = marks.find("publish") != std::string::npos ||
                          xmlHasProp(&node, reinterpret_cast<const xmlChar*>("pubdate"));
    if (is_update && !is_first) return add(facts_.metas["time modified"], std::move(when));
    if (is_first) return add(facts_.metas["time published"], std::move(when));
    add(facts_.times, std::move(when));
  }

  void see_microdata(const xmlNode& node) {
    const auto itemprop = lower(attribute_of(node, "itemprop"));
    if (itemprop == "datepublished" || itemprop == "datemodified") {
      auto when = attribute_of(node, "content");
      add(facts_.metas[itemprop], when.empty() ? text_below(node) : std::move(when));
    }
    if (!names_an_author(node) || name_of(node) == "body") return;
    auto byline = text_below(node);
    if (byline.size() <= longest_byline) add(facts_.bylines, std::move(byline));
  }

  PageFacts facts_;
};

}  // namespace

std::string PageFacts::meta(std::initializer_list<const char*> names) const {
  for (const auto* name : names)
    if (const auto found = metas.find(name); found != metas.end() && !found->second.empty())
      return found->second.front();
  return {};
}

PageFacts page_facts(const _xmlNode& root) { return FactsReader().read(root); }

}  // namespace morgue
