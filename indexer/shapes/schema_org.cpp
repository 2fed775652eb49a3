// SPDX-License-Identifier: GPL-3.0-or-later
// JSON-LD of schema.org (schema.org/NewsArticle): the nodes that are articles, alone, in lists, in a @graph
// or as what a page is about.
#include <algorithm>
#include <array>
#include <map>

#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;
using Nodes = std::map<std::string, const Json*>;  // by @id

constexpr std::array<std::string_view, 3> ends_of_types{"Article", "BlogPosting", "Report"};
constexpr std::array holders{"@graph", "mainEntity", "itemListElement", "item", "dataFeedElement"};
constexpr int deepest_holder = 4;

/// Without the prefix or address of the vocabulary.
std::string type_in(const Json& value) {
  const auto text = text_in(value.is_array() && !value.empty() ? value.front() : value);
  return text.substr(text.find_last_of(":/#") + 1);
}

std::string type_of(const Json& object) {
  const auto* type = SourceKeys(object).look_at("@type");
  if (type == nullptr) return {};
  if (type->is_array())
    for (const auto& one : *type)
      if (type_in(one).ends_with("Article")) return type_in(one);
  return type_in(*type);
}

bool is_type_of_article(const std::string& type) {
  return std::any_of(ends_of_types.begin(), ends_of_types.end(),
                     [&](std::string_view end) { return type.ends_with(end); });
}

bool has_keys_of_article(const Json& object) {
  const SourceKeys keys(object);
  return keys.has("articleBody") || (keys.has("headline") && keys.has("datePublished"));
}

bool is_article_node(const Json& object) {
  const auto type = type_of(object);
  return type.empty() ? has_keys_of_article(object) : is_type_of_article(type);
}

void note_nodes(const Json& graph, Nodes& nodes) {
  for (const auto& node : graph)
    if (const auto* id = SourceKeys(node).look_at("@id")) nodes.emplace(text_in(*id), &node);
}

void gather(const Json& value, int depth, std::vector<const Json*>& articles, Nodes& nodes) {
  if (depth > deepest_holder) return;
  if (value.is_array())
    for (const auto& item : value) gather(item, depth + 1, articles, nodes);
  if (!value.is_object()) return;
  if (value.contains("@graph")) note_nodes(value["@graph"], nodes);
  if (is_article_node(value)) return articles.push_back(&value);
  for (const auto* holder : holders)
    if (value.contains(holder)) gather(value[holder], depth + 1, articles, nodes);
}

/// What stands for another node of the graph by its @id becomes that node.
Json resolved(const Json& value, const Nodes& nodes) {
  if (value.is_array()) {
    auto list = Json::array();
    for (const auto& item : value) list.push_back(item.is_array() ? item : resolved(item, nodes));
    return list;
  }
  const bool is_reference = value.is_object() && value.size() == 1 && value.contains("@id");
  const auto node = is_reference ? nodes.find(text_in(value["@id"])) : nodes.end();
  return node == nodes.end() ? value : *node->second;
}

Json with_references_resolved(const Json& article, const Nodes& nodes) {
  Json result = article;
  for (const auto* key : {"author", "creator", "publisher", "mainEntityOfPage", "isPartOf"})
    if (result.contains(key)) result[key] = resolved(result[key], nodes);
  return result;
}

std::string address_in(const Json& value) {
  if (value.is_array() && !value.empty()) return address_in(value.front());
  if (value.is_object()) return SourceKeys(value).address({"url", "@id"});
  return is_address(text_in(value)) ? text_in(value) : std::string();
}

/// The names of the objects of a type, among texts and objects of others.
std::vector<std::string> names_of_type(const Json& value, std::string_view type) {
  std::vector<std::string> names;
  for (const auto& item : value.is_array() ? value : Json::array({value}))
    if (type_of(item) == type) add_new(names, names_in(item));
  return names;
}

std::vector<std::string> parts_of_keywords(const Json& value) {
  if (!value.is_string()) return names_in(value);
  std::vector<std::string> parts;
  const auto text = line_in(value);
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    add_new(parts, {text_in(text.substr(at, end - at))});
    at = end + 1;
  }
  return parts;
}

std::string language_in(const Json& value) {
  if (!value.is_object()) return text_in(value);
  return SourceKeys(value).text({"alternateName", "identifier", "name"});
}

void read_names(SourceKeys& keys, Article& article) {
  add_new(article.authors, authors_in(keys.take("author"), article.language));
  if (article.authors.empty()) add_new(article.authors, authors_in(keys.take("creator"), article.language));
  keys.drop({"creator"});
  article.tags = parts_of_keywords(keys.take("keywords"));
  for (const auto* key : {"about", "mentions"})
    if (const auto* things = keys.look_at(key)) {
      add_new(article.people, names_of_type(*things, "Person"));
      add_new(article.places, names_of_type(*things, "Place"));
    }
  add_new(article.places, keys.names({"contentLocation", "spatialCoverage"}));
  const auto sections = keys.names({"articleSection"});
  if (!sections.empty()) article.section = sections.front();
  for (std::size_t i = 1; i < sections.size(); ++i) add_new(article.tags, {sections[i]});
  for (const auto* key : {"publisher", "sourceOrganization", "provider", "copyrightHolder"})
    if (const auto names = names_in(article.source.empty() ? keys.take(key) : Json()); !names.empty())
      article.source = names.front();
}

void read_address(SourceKeys& keys, Article& article) {
  article.url = keys.address({"url"});
  if (article.url.empty() && keys.has("mainEntityOfPage"))
    article.url = address_in(*keys.look_at("mainEntityOfPage"));
  if (article.url.empty()) article.url = keys.address({"@id"});
  keys.drop({"mainEntityOfPage", "@id", "@context", "@type"});
}

Article article_of(const Json& node) {
  SourceKeys keys(node);
  Article article;
  article.title = keys.line({"headline", "name", "alternativeHeadline"});
  article.body = keys.paragraphs({"articleBody", "text"});
  if (article.body.empty()) article.body = keys.paragraphs({"description", "abstract"});
  article.published = keys.date({"datePublished", "dateCreated", "uploadDate"});
  article.updated = keys.date({"dateModified"});
  article.language = language_in(keys.take("inLanguage"));
  read_address(keys, article);
  read_names(keys, article);
  if (const auto* name = keys.look_at("name"); name && line_in(*name) == article.title) keys.drop({"name"});
  keys.keep_rest(article);
  return article;
}

}  // namespace

bool is_schema_org(const Json& object) {
  if (!object.is_object()) return false;
  const SourceKeys keys(object);
  return keys.has("@type") || keys.has("@graph") || has_keys_of_article(object);
}

std::vector<Article> read_schema_org(const Json& object) {
  std::vector<const Json*> nodes_of_articles;
  Nodes nodes;
  gather(object, 0, nodes_of_articles, nodes);
  if (nodes_of_articles.empty()) {
    const auto type = type_of(object);
    throw no_article(type.empty() ? "this JSON-LD" : "a schema.org " + type,
                     "it holds none of schema.org's kinds of Article");
  }
  std::vector<Article> articles;
  for (const auto* node : nodes_of_articles)
    articles.push_back(article_of(with_references_resolved(*node, nodes)));
  return articles;
}

}  // namespace morgue
