// SPDX-License-Identifier: GPL-3.0-or-later
// Posts of Webz.io and of Webhose before it: persons and places as objects or texts, languages by their
// English names.
#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/language_code.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

bool has_text(const SourceKeys& keys) { return keys.has("text") || keys.has("title"); }

void read_thread(SourceKeys& thread, Article& article) {
  if (article.title.empty()) article.title = thread.line({"title_full", "title"});
  if (article.published.empty()) article.published = thread.date({"published"});
  if (article.url.empty()) article.url = thread.address({"url"});
  article.source = thread.line({"site_full", "site"});
  thread.drop({"title", "title_full", "url", "published", "uuid", "site", "social"});
}

}  // namespace

bool is_webz(const Json& object) {
  const SourceKeys keys(object);
  const auto* thread = keys.look_at("thread");
  return has_text(keys) && ((thread && thread->is_object()) || (keys.has("uuid") && keys.has("crawled")));
}

std::vector<Article> read_webz(const Json& object) {
  SourceKeys keys(object);
  SourceKeys thread(keys.take("thread"));
  SourceKeys entities(keys.take("entities"));
  Article article;
  article.id = keys.text({"uuid"});
  article.title = keys.line({"title"});
  article.body = keys.paragraphs({"text"});
  article.published = keys.date({"published"});
  article.updated = keys.date({"updated"});
  article.language = language_code(keys.text({"language"}));
  article.url = keys.address({"url"});
  article.authors = authors_in(keys.take("author"), article.language);
  article.people = keys.names({"persons"});
  add_new(article.people, entities.names({"persons"}));
  article.places = keys.names({"locations"});
  add_new(article.places, entities.names({"locations"}));
  article.tags = keys.names({"categories"});
  read_thread(thread, article);
  keys.keep_rest(article);
  if (auto rest = thread.rest(); !rest.empty()) article.other["thread"] = std::move(rest);
  if (auto rest = entities.rest(); !rest.empty()) article.other["entities"] = std::move(rest);
  return {article};
}

}  // namespace morgue
