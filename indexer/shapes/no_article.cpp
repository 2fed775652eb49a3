// SPDX-License-Identifier: GPL-3.0-or-later
// Things that stand where articles do and are none. Knows no inputs.
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

bool is_json_schema(const SourceKeys& keys) {
  const auto* schema = keys.look_at("$schema");
  return schema && text_in(*schema).find("json-schema.org") != std::string::npos;
}

bool is_sentence(const SourceKeys& keys) { return keys.has("sentence") && keys.has("sentence_number"); }

}  // namespace

bool is_no_article(const nlohmann::json& object) {
  const SourceKeys keys(object);
  return is_json_schema(keys) || is_sentence(keys);
}

std::vector<Article> refuse_no_article(const nlohmann::json& object) {
  if (is_json_schema(SourceKeys(object))) throw no_article("a JSON Schema", "it describes articles");
  throw no_article("a sentence of a Media Cloud story", "take in the story itself");
}

ArticleError no_article(const std::string& what, const std::string& why) {
  return ArticleError("not_an_article", what + " is not an article: " + why, "leave it out");
}

}  // namespace morgue
