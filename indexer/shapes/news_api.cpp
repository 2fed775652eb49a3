// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of newsapi.org: a description, and the beginning of the text with a note of how much is missing.
#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

/// "…into the path of i… [+2216 chars]" without the note.
std::string without_note(std::string text) {
  const auto note = text.rfind(" [+");
  if (note != std::string::npos && text.ends_with("chars]")) text.erase(note);
  return text;
}

std::string body_of_news_api(SourceKeys& keys) {
  auto body = keys.paragraphs({"description"});
  const auto content = without_note(keys.paragraphs({"content"}));
  if (body.empty() || content.starts_with(body)) return content;
  return content.empty() ? body : body + "\n\n" + content;
}

}  // namespace

bool is_news_api(const nlohmann::json& object) {
  const SourceKeys keys(object);
  const auto* source = keys.look_at("source");
  return keys.has("publishedAt") &&
         ((source && source->is_object()) || keys.has("urlToImage") || object.contains("content"));
}

std::vector<Article> read_news_api(const nlohmann::json& object) {
  SourceKeys keys(object);
  Article article;
  article.title = keys.line({"title"});
  if (article.title == "[Removed]") throw no_article("a removed article", "its source took it back");
  article.body = body_of_news_api(keys);
  article.published = keys.date({"publishedAt"});
  article.language = keys.text({"language"});
  article.url = keys.address({"url"});
  if (const auto names = keys.names({"source"}); !names.empty()) article.source = names.front();
  article.authors = authors_in(keys.take("author"), article.language);
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
