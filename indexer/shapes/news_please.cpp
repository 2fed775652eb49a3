// SPDX-License-Identifier: GPL-3.0-or-later
// What the crawler news-please writes (github.com/fhamborg/news-please): `maintext`, in older versions
// `text`.
#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

/// Python's None, as some exports write it.
std::string unless_none(std::string text) { return text == "None" ? std::string() : text; }

}  // namespace

bool is_news_please(const nlohmann::json& object) {
  if (!object.is_object()) return false;
  if (object.contains("maintext")) return true;
  return object.contains("date_publish") &&
         (object.contains("text") || object.contains("title") || object.contains("source_domain"));
}

std::vector<Article> read_news_please(const nlohmann::json& object) {
  SourceKeys keys(object);
  Article article;
  article.title = keys.line({"title", "title_page", "title_rss"});
  article.body = keys.paragraphs({"maintext", "text", "description"});
  article.published = unless_none(keys.date({"date_publish"}));
  article.updated = unless_none(keys.date({"date_modify"}));
  article.language = unless_none(keys.text({"language"}));
  article.source = keys.line({"source_domain"});
  article.url = keys.address({"url"});
  article.authors = authors_in(keys.take("authors"), article.language);
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
