// SPDX-License-Identifier: GPL-3.0-or-later
// Has the shape of schema.org read what loose_json understands.
#include "indexer/pages/linked_data.h"

#include <algorithm>

#include "common/article/article_json.h"
#include "indexer/pages/byline.h"
#include "indexer/pages/loose_json.h"
#include "indexer/pages/text_date.h"
#include "indexer/shapes/known_shapes.h"

namespace morgue {
namespace {

/// Without what a byline names beside persons, if it names any.
std::vector<std::string> persons_of(const std::vector<std::string>& authors) {
  std::vector<std::string> names;
  for (const auto& author : authors)
    for (auto& name : names_in_byline(author))
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  return names.empty() ? authors : names;
}

void add_articles(const nlohmann::json& block, std::vector<Article>& articles) try {
  for (auto& article : read_schema_org(block)) {
    article.other = nlohmann::json::object();  // they are the site's: pictures, logos
    article.authors = persons_of(article.authors);
    article.published = date_of_value(article.published);
    article.updated = date_of_value(article.updated);
    articles.push_back(std::move(article));
  }
} catch (const ArticleError&) {
  // A page has blocks about its site, its place in a menu, its pictures too.
}

}  // namespace

std::vector<Article> linked_articles(const std::vector<std::string>& blocks) {
  std::vector<Article> articles;
  for (const auto& block : blocks)
    if (const auto value = loose_json(block)) {
      if (!value->is_array()) add_articles(*value, articles);
      else
        for (const auto& one : *value) add_articles(one, articles);
    }
  return articles;
}

}  // namespace morgue
