// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the New York Times' Article Search API (developer.nytimes.com): a headline and abstracts, not
// the text; the persons among the keywords are "Surname, Given".
#include <array>

#include "indexer/shapes/byline.h"
#include "indexer/shapes/known_shapes.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

/// "Clinton, Hillary Rodham (1947- )" is Hillary Rodham Clinton.
std::string in_order(std::string name) {
  if (const auto years = name.find(" ("); years != std::string::npos && years + 2 < name.size() &&
                                          name[years + 2] >= '0' && name[years + 2] <= '9')
    name.erase(years);
  const auto comma = name.find(", ");
  return comma == std::string::npos ? name : name.substr(comma + 2) + " " + name.substr(0, comma);
}

void read_keywords(const Json& keywords, Article& article) {
  if (!keywords.is_array()) return;
  for (const auto& keyword : keywords) {
    SourceKeys keys(keyword);
    const auto kind = keys.text({"name"});
    const auto value = keys.line({"value"});
    if (kind.starts_with("person")) add_new(article.people, {in_order(value)});
    else if (kind == "glocations" || kind == "Location") add_new(article.places, {value});
    else add_new(article.tags, {value});
  }
}

std::string name_of_person(const Json& person) {
  SourceKeys keys(person);
  std::string name;
  for (const auto* key : {"firstname", "middlename", "lastname", "qualifier"})
    if (const auto part = keys.line({key}); !part.empty()) name.append(name.empty() ? "" : " ").append(part);
  return name.empty() ? keys.line({"organization"}) : name;
}

std::vector<std::string> authors_of(const Json& byline) {
  if (!byline.is_object()) return authors_in(byline, "en");
  std::vector<std::string> authors;
  SourceKeys keys(byline);
  if (const auto* persons = keys.look_at("person"); persons && persons->is_array())
    for (const auto& person : *persons) add_new(authors, {name_of_person(person)});
  if (authors.empty()) authors = authors_in(keys.take("original"), "en");
  if (authors.empty()) authors = keys.names({"organization"});
  return authors;
}

std::string title_of(const Json& headline) {
  return headline.is_object() ? SourceKeys(headline).line({"main", "print_headline", "name", "kicker"})
                              : line_in(headline);
}

/// The abstract, the first paragraph and the snippet are often one text.
std::string body_in(SourceKeys& keys) {
  std::vector<std::string> paragraphs;
  for (const auto* key : {"abstract", "lead_paragraph", "snippet"})
    add_new(paragraphs, {keys.paragraphs({key})});
  std::string body;
  for (const auto& paragraph : paragraphs)
    if (body.find(paragraph) == std::string::npos) body.append(body.empty() ? "" : "\n\n").append(paragraph);
  return body;
}

}  // namespace

bool is_nyt(const Json& object) {
  const SourceKeys keys(object);
  const auto* headline = keys.look_at("headline");
  const bool has_text =
      (headline && headline->is_object()) || keys.has("lead_paragraph") || keys.has("snippet");
  return has_text && (keys.has("web_url") || keys.has("pub_date"));
}

std::vector<Article> read_nyt(const Json& object) {
  SourceKeys keys(object);
  Article article;
  article.id = keys.text({"_id", "uri"});
  article.title = title_of(keys.take("headline"));
  article.body = body_in(keys);
  article.published = keys.date({"pub_date"});
  article.source = keys.line({"source"});
  article.section = keys.line({"section_name", "news_desk"});
  article.url = keys.address({"web_url"});
  article.authors = authors_of(keys.take("byline"));
  if (const auto* keywords = keys.look_at("keywords")) read_keywords(*keywords, article);
  keys.keep_rest(article);
  return {article};
}

}  // namespace morgue
