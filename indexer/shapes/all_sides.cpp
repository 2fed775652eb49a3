// SPDX-License-Identifier: GPL-3.0-or-later
// The articles of "We Can Detect Your Bias" (Baly et al. 2020): `content` is cut into tokens,
// `content_original` is as it was written.
#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {

bool is_all_sides(const nlohmann::json& object) {
  const SourceKeys keys(object);
  if (keys.has("content_original")) return true;
  return keys.has("content") && keys.has("source") && (keys.has("bias") || keys.has("bias_text"));
}

std::vector<Article> read_all_sides(const nlohmann::json& object) {
  SourceKeys keys(object);
  Article article;
  article.id = keys.text({"ID"});
  article.title = keys.line({"title"});
  article.body = keys.paragraphs({"content_original", "content"});
  keys.drop({"content"});
  article.published = keys.date({"date"});
  article.source = keys.line({"source", "source_url"});
  article.url = keys.address({"url"});
  article.authors = authors_in(keys.take("authors"));
  article.tags = keys.names({"topic"});
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
