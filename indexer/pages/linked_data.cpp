// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the values of the blocks: lists, @graph and mainEntity hold further ones.
#include "indexer/pages/linked_data.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "indexer/html/html_text.h"
#include "indexer/pages/byline.h"
#include "indexer/pages/loose_json.h"
#include "indexer/pages/page_text.h"
#include "indexer/pages/text_date.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

const Json& member(const Json& object, const char* key) {
  static const Json nothing;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : nothing;
}

bool has_type(const Json& object, const std::function<bool(std::string_view)>& is_meant) {
  const auto& type = member(object, "@type");
  if (type.is_string()) return is_meant(type.get_ref<const std::string&>());
  return type.is_array() && std::any_of(type.begin(), type.end(), [&](const Json& one) {
           return one.is_string() && is_meant(one.get_ref<const std::string&>());
         });
}

bool is_type_of_an_article(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" ||
         type == "Report" || type == "SocialMediaPosting" || type == "Review";
}

/// A text, or the first of a list, or the name of an object.
std::string text_of(const Json& value) {
  if (value.is_string()) return html_line(value.get_ref<const std::string&>());
  if (value.is_array()) return value.empty() ? "" : text_of(value.front());
  if (value.is_object()) return text_of(member(value, "name"));
  return {};
}

void add_texts(const Json& value, std::vector<std::string>& texts) {
  if (value.is_array()) {
    for (const auto& one : value) add_texts(one, texts);
    return;
  }
  auto text = text_of(value);
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
    texts.push_back(std::move(text));
}

std::vector<std::string> authors_of(const Json& value) {
  std::vector<std::string> given;
  add_texts(value, given);
  std::vector<std::string> names;
  for (const auto& one : given)
    for (auto& name : names_in_byline(one))
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  return names.empty() ? given : names;
}

std::vector<std::string> tags_of(const Json& value) {
  if (!value.is_string()) {
    std::vector<std::string> tags;
    add_texts(value, tags);
    return tags;
  }
  std::vector<std::string> tags;
  std::string_view rest = value.get_ref<const std::string&>();
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    add_texts(Json(collapsed(rest.substr(0, end))), tags);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return tags;
}

std::string url_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  const auto& id = member(value, "@id");
  return id.is_string() ? id.get<std::string>() : text_of(member(value, "url"));
}

std::string first_url(const Json& article) {
  for (const auto* key : {"url", "mainEntityOfPage", "@id"})
    if (auto url = url_of(member(article, key)); url.starts_with("http")) return url;
  return {};
}

std::string body_of(const Json& article) {
  const auto& body = member(article, "articleBody");
  if (!body.is_string()) return {};
  const auto& text = body.get_ref<const std::string&>();
  return is_html(text) && text.find('<') != std::string::npos ? html_text(text) : text;
}

Article article_of(const Json& json) {
  Article article;
  article.title = text_of(member(json, "headline"));
  if (article.title.empty()) article.title = text_of(member(json, "name"));
  article.body = body_of(json);
  article.published = date_of_value(text_of(member(json, "datePublished")));
  if (article.published.empty()) article.published = date_of_value(text_of(member(json, "dateCreated")));
  article.updated = date_of_value(text_of(member(json, "dateModified")));
  article.authors = authors_of(member(json, "author"));
  article.source = text_of(member(json, "publisher"));
  article.section = text_of(member(json, "articleSection"));
  article.language = text_of(member(json, "inLanguage"));
  article.tags = tags_of(member(json, "keywords"));
  article.url = first_url(json);
  return article;
}

class Reader {
 public:
  void read(const Json& value) {
    if (value.is_array()) {
      for (const auto& one : value) read(one);
      return;
    }
    if (!value.is_object()) return;
    if (has_type(value, is_type_of_an_article)) result_.articles.push_back(article_of(value));
    else read_the_rest(value);
  }

  LinkedData take() { return std::move(result_); }

 private:
  void read_the_rest(const Json& value) {
    read(member(value, "@graph"));
    read(member(value, "mainEntity"));
    if (has_type(value, [](std::string_view type) { return type == "WebSite"; }))
      result_.site = text_of(member(value, "name"));
    if (has_type(value, [](std::string_view type) { return type == "WebPage"; }))
      result_.page_url = url_of(member(value, "url"));
  }

  LinkedData result_;
};

}  // namespace

LinkedData linked_data(const std::vector<std::string>& blocks) {
  Reader reader;
  for (const auto& block : blocks)
    if (const auto value = loose_json(block)) reader.read(*value);
  return reader.take();
}

}  // namespace morgue
