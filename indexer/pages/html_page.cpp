// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a page: parse, facts, text, and whether that is an article at all.
#include "indexer/pages/html_page.h"

#include <algorithm>

#include "common/article/article_json.h"
#include "indexer/html/html_document.h"
#include "indexer/pages/article_body.h"
#include "indexer/pages/article_facts.h"
#include "indexer/pages/hostile_page.h"
#include "indexer/pages/main_text.h"
#include "indexer/pages/page_facts.h"
#include "indexer/pages/page_text.h"
#include "indexer/pages/page_tree.h"
#include "indexer/pages/story_lines.h"
#include "indexer/pages/text_date.h"

namespace morgue {
namespace {

constexpr std::size_t least_teasers = 3;    // of a list of articles
constexpr std::size_t longest_error = 600;  // weight of the text of an error page
constexpr double least_part_of_page = 0.1;  // of its text; less is what stands between the links of a list

[[noreturn]] void refuse(const std::string& what) {
  throw ArticleError("no_article", "the page has no article: " + what, "give the page of the article itself");
}

bool has_sentence(const StoryBlocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const StoryBlock& block) {
    return block.is_paragraph || (ends_a_sentence(block.text) && words_of(block.text).size() >= 3);
  });
}

std::string date_in_lines(const StoryBlocks& lines) {
  for (const auto& line : lines)
    if (const auto date = date_in(line.text)) return *date;
  return {};
}

void check_that_it_is_an_article(const PageArticle& page, const MainText& text, const std::string& body) {
  if (is_title_of_an_error(page.article.title) && weight_of(body) < longest_error)
    refuse("it is an error page");
  if (page.is_declared) return;
  if (text.teasers >= least_teasers) refuse("it is a list of articles");
  if (text.part_of_page < least_part_of_page) refuse("it is mostly links and short lines");
}

}  // namespace

Article article_of_html(std::string_view html) {
  refuse_hostile_page(html);
  const HtmlDocument document(html);
  if (document.root() == nullptr) refuse("it is empty");
  auto page = article_facts(page_facts(*document.root()));
  const auto tree = page_tree(*document.root());
  auto text = main_text(tree, page.article.title);
  take_date_and_authors(text.above, page.article);
  take_date_and_authors(text.blocks, page.article);
  if (page.article.published.empty()) page.article.published = date_in_lines(text.above);
  if (page.article.published.empty()) page.article.published = date_in_url(page.article.url);
  const auto story = best_body(page.article.body, without_repeats(std::move(text.blocks), true), tree);
  if (!has_sentence(story)) refuse("it has hardly any text");
  page.article.body = joined_text(story);
  check_that_it_is_an_article(page, text, page.article.body);
  return page.article;
}

}  // namespace morgue
