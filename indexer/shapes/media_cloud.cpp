// SPDX-License-Identifier: GPL-3.0-or-later
// Stories of Media Cloud (mediacloud.org): with their text, their sentences, or neither.
#include <algorithm>

#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

std::string text_of_sentences(const Json& sentences) {
  std::vector<std::pair<double, std::string>> in_order;
  if (!sentences.is_array()) return {};
  for (const auto& sentence : sentences) {
    SourceKeys keys(sentence);
    const auto& number = keys.take("sentence_number");
    in_order.emplace_back(number.is_number() ? number.get<double>() : 0, keys.line({"sentence"}));
  }
  std::stable_sort(in_order.begin(), in_order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string text;
  for (const auto& [number, sentence] : in_order) text.append(text.empty() ? "" : " ").append(sentence);
  return text;
}

std::string body_of_story(SourceKeys& keys) {
  auto body = keys.paragraphs({"story_text", "text", "extracted_text"});
  const auto& sentences = keys.take("story_sentences");
  if (body.empty()) body = text_of_sentences(sentences);
  return body.empty() ? keys.paragraphs({"description"}) : body;
}

std::vector<std::string> names_of_tags(const Json& tags) {
  std::vector<std::string> names;
  if (!tags.is_array()) return names;
  for (const auto& tag : tags) add_new(names, {SourceKeys(tag).line({"label", "tag"})});
  return names;
}

}  // namespace

bool is_media_cloud(const Json& object) {
  const SourceKeys keys(object);
  const bool is_story =
      keys.has("stories_id") || keys.has("media_id") || keys.has("media_name") || keys.has("media_url");
  return is_story && (keys.has("title") || keys.has("story_text"));
}

std::vector<Article> read_media_cloud(const Json& object) {
  SourceKeys keys(object);
  Article article;
  article.id = keys.text({"stories_id", "id"});
  article.title = keys.line({"title"});
  article.body = body_of_story(keys);
  article.published = keys.date({"publish_date"});
  article.language = keys.text({"language"});
  article.url = keys.address({"url"});
  article.source = keys.line({"media_name"});
  if (article.source.empty()) article.source = host_of(article.url);
  if (const auto* tags = keys.look_at("story_tags")) article.tags = names_of_tags(*tags);
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
