// SPDX-License-Identifier: GPL-3.0-or-later
// What the scraper newspaper3k knows of a page (newspaper.readthedocs.io), with the page's own metadata.
#include <algorithm>
#include <array>

#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

constexpr std::array newspaper3k_marks{"top_img",        "top_image",        "movies",        "meta_data",
                                       "canonical_link", "summary",          "publish_date",  "images",
                                       "meta_lang",      "meta_description", "meta_keywords", "article_html",
                                       "source_url"};
constexpr std::array<std::string_view, 5> errors{"404", "403", "Page not found", "Not Found",
                                                 "Access Denied"};

/// A text of the page's metadata, such as {"og": {"site_name": …}}.
std::string metadata(const Json& data, const char* group, const char* key) {
  const bool is_there =
      data.is_object() && data.contains(group) && data[group].is_object() && data[group].contains(key);
  return is_there ? text_in(data[group][key]) : std::string();
}

std::string source_of(SourceKeys& keys, const Json& data, const std::string& url) {
  auto source = line_in(metadata(data, "og", "site_name"));
  if (!source.empty()) return source;
  const auto host = host_of(url);
  return host.empty() ? keys.text({"source_url", "source"}) : host;
}

void refuse_an_error_page(const Article& article) {
  const bool says_error = std::any_of(
      errors.begin(), errors.end(), [&](std::string_view error) { return article.title.starts_with(error); });
  if (article.body.empty() && says_error)
    throw no_article("a page that says \"" + article.title + "\"", "it has no text");
}

}  // namespace

bool is_newspaper3k(const Json& object) {
  const SourceKeys keys(object);
  const auto* text = keys.look_at("text");
  return text && text->is_string() && !keys.has("thread") && !keys.has("uuid") &&
         std::count_if(newspaper3k_marks.begin(), newspaper3k_marks.end(),
                       [&](const char* mark) { return object.contains(mark); }) >= 2;
}

std::vector<Article> read_newspaper3k(const Json& object) {
  SourceKeys keys(object);
  const auto* found = keys.look_at("meta_data");
  const Json data = found ? *found : Json();
  Article article;
  article.title = keys.line({"title"});
  article.body = keys.paragraphs({"text", "meta_description", "summary"});
  refuse_an_error_page(article);
  article.published = keys.date({"publish_date"});
  if (article.published.empty()) article.published = metadata(data, "article", "published_time");
  article.section = line_in(metadata(data, "article", "section"));
  article.language = keys.text({"meta_lang"});
  article.url = keys.address({"canonical_link", "url"});
  article.source = source_of(keys, data, article.url);
  article.authors = authors_in(keys.take("authors"), article.language);
  article.tags = keys.names({"keywords", "meta_keywords", "tags"});
  keys.drop({"source"});
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
