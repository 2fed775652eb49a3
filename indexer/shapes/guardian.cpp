// SPDX-License-Identifier: GPL-3.0-or-later
// Items of the Guardian's Content API (open-platform.theguardian.com): HTML in `fields` or `blocks`.
#include "indexer/html/html_text.h"
#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

std::string body_of_blocks(const Json& blocks) {
  std::string body;
  if (!blocks.is_object() || !blocks.contains("body") || !blocks["body"].is_array()) return body;
  for (const auto& block : blocks["body"]) {
    SourceKeys keys(block);
    auto text = html_text(keys.text({"bodyHtml"}));
    if (text.empty()) text = keys.paragraphs({"bodyTextSummary"});
    if (!text.empty()) body.append(body.empty() ? "" : "\n\n").append(text);
  }
  return body;
}

/// Where the text is withheld, what was said above it.
std::string body_of_guardian(SourceKeys& fields, const Json& blocks) {
  auto body = html_text(fields.text({"body"}));
  if (body.empty()) body = body_of_blocks(blocks);
  if (body.empty()) body = fields.paragraphs({"bodyText"});
  fields.drop({"body", "bodyText"});
  return body.empty() ? fields.paragraphs({"standfirst", "trailText"}) : body;
}

std::vector<std::string> titles_of_tags(const Json& tags, std::string_view type) {
  std::vector<std::string> titles;
  if (!tags.is_array()) return titles;
  for (const auto& tag : tags)
    if (SourceKeys keys(tag); keys.text({"type"}) == type) add_new(titles, {keys.line({"webTitle"})});
  return titles;
}

void read_fields(SourceKeys& fields, const Json& blocks, Article& article) {
  if (const auto headline = fields.line({"headline"}); !headline.empty()) article.title = headline;
  article.body = body_of_guardian(fields, blocks);
  article.updated = fields.date({"lastModified"});
  article.language = fields.text({"lang"});
  article.source = fields.line({"publication"});
  const auto byline = fields.line({"byline"});
  if (article.authors.empty()) article.authors = authors_of_byline(byline);
}

}  // namespace

bool is_guardian(const Json& object) {
  const SourceKeys keys(object);
  const bool is_item = keys.has("webPublicationDate") || keys.has("fields");  // a tag has neither
  return keys.has("webTitle") && is_item;
}

std::vector<Article> read_guardian(const Json& object) {
  SourceKeys keys(object);
  Article article;
  article.id = keys.text({"id"});
  article.title = keys.line({"webTitle"});
  article.published = keys.date({"webPublicationDate"});
  article.url = keys.address({"webUrl"});
  article.section = keys.line({"sectionName", "sectionId"});
  const auto& tags = keys.take("tags");
  article.tags = titles_of_tags(tags, "keyword");
  article.authors = titles_of_tags(tags, "contributor");
  SourceKeys fields(keys.take("fields"));
  read_fields(fields, keys.take("blocks"), article);
  if (article.source.empty()) article.source = "The Guardian";
  keys.keep_rest(article);
  if (auto rest = fields.rest(); !rest.empty()) article.other["fields"] = std::move(rest);
  return {article};
}

}  // namespace morgue
