// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of tags and of words in names.
#include "indexer/pages/page_zones.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "common/text/ascii.h"
#include "indexer/pages/page_text.h"

namespace morgue {
namespace {

constexpr double mostly_links = 0.4;

const std::unordered_set<std::string_view> tags_apart{"nav",  "aside",   "footer", "figure",  "figcaption",
                                                      "menu", "caption", "dialog", "address", "summary"};
const std::unordered_set<std::string_view> tags_of_the_page{"html", "body", "main", "article"};

const std::unordered_set<std::string_view> words_apart{
    "share",       "shares",        "sharing",     "sharebar",
    "social",      "sharedaddy",    "addtoany",    "addthis",
    "related",     "relatedposts",  "recommended", "recommendations",
    "recirc",      "recirculation", "newsletter",  "newsletters",
    "subscribe",   "subscription",  "signup",      "promo",
    "promos",      "promotion",     "sponsor",     "sponsored",
    "advert",      "advertisement", "advertising", "ad",
    "ads",         "banner",        "cookie",      "cookies",
    "consent",     "gdpr",          "popup",       "modal",
    "overlay",     "lightbox",      "sidebar",     "widget",
    "widgets",     "breadcrumb",    "breadcrumbs", "nav",
    "navigation",  "navbar",        "menu",        "submenu",
    "footer",      "masthead",      "toolbar",     "pagination",
    "pager",       "tags",          "taglist",     "tagcloud",
    "caption",     "credit",        "skip",        "outbrain",
    "taboola",     "trending",      "popular",     "mostread",
    "mostpopular", "copyright",     "login",       "disclaimer",
    "jp",          "teaser",        "teasers",     "byline",
    "authorbox",   "author",        "bio",         "rail",
    "ticker",      "print",         "hidden",      "sr",
    "dateline",    "timestamp",     "meta",        "readmore",
    "morefrom",    "upnext",        "carousel",    "slideshow"};
const std::unordered_set<std::string_view> words_of_comments{
    "comment", "comments", "commentlist", "disqus", "respond", "discussion", "replies", "livefyre"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// Whether a word of the names is in the set: "shareBar", "share-bar" and "share_bar" are share and bar.
bool has_word_of(const std::string& names, const std::unordered_set<std::string_view>& set) {
  std::string word;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const bool ends = at == names.size() || !is_letter(names[at]) ||
                      (is_capital(names[at]) && !word.empty() && !is_capital(names[at - 1]));
    if (ends && set.contains(word)) return true;
    if (ends) word.clear();
    if (at < names.size() && is_letter(names[at])) word += static_cast<char>(names[at] | 0x20);
  }
  return false;
}

std::vector<bool> elements_with_heading(const PageTree& tree) {
  std::vector<bool> has_heading(tree.elements.size());
  for (std::size_t i = tree.elements.size(); i-- > 1;) {
    has_heading[i] = has_heading[i] || tree.elements[i].tag == "h1";
    if (has_heading[i]) has_heading[tree.elements[i].parent] = true;
  }
  return has_heading;
}

}  // namespace

std::vector<std::size_t> running_weights(const PageTree& tree) {
  std::vector<std::size_t> weights;
  for (const auto& block : tree.blocks)
    weights.push_back(block.linked < mostly_links && is_paragraph(block.text) ? weight_of(block.text) : 0);
  return weights;
}

std::vector<std::size_t> sums_by_element(const PageTree& tree, const std::vector<std::size_t>& weights) {
  std::vector<std::size_t> sums(tree.elements.size());
  for (std::size_t i = 0; i < tree.blocks.size(); ++i) sums[tree.blocks[i].element] += weights[i];
  for (std::size_t i = sums.size(); i-- > 1;) sums[tree.elements[i].parent] += sums[i];
  return sums;
}

std::vector<bool> elements_apart(const PageTree& tree, const std::vector<std::size_t>& sums) {
  const auto has_heading = elements_with_heading(tree);
  const auto total = sums.front();
  std::vector<bool> apart(tree.elements.size());
  for (std::size_t i = 1; i < apart.size(); ++i) {
    const auto& element = tree.elements[i];
    const bool is_most = sums[i] * 2 > total;
    const bool may_be_apart = !tags_of_the_page.contains(element.tag) || !is_most;
    const bool is_by_tag = tags_apart.contains(element.tag) && !is_most;
    const bool is_by_name = has_word_of(element.names, words_apart) && !is_most && !has_heading[i];
    const bool is_comments =
        has_word_of(element.names, words_of_comments) && !has_heading[i] && sums[i] * 10 <= total * 9;
    const bool is_hidden = element.is_hidden && !is_most;
    apart[i] =
        apart[element.parent] || (may_be_apart && (is_by_tag || is_by_name || is_comments || is_hidden));
  }
  return apart;
}

}  // namespace morgue
