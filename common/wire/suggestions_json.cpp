// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/suggestions_json.h"

#include "common/search/search_request.h"
#include "common/wire/search_url.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string articles_text(std::uint64_t articles) {
  return std::to_string(articles) + (articles == 1 ? " article" : " articles");
}

/// [completions, descriptions, urls], filled in step.
struct Columns {
  Json completions = Json::array(), descriptions = Json::array(), urls = Json::array();

  void add(const std::string& completion, const std::string& description, const std::string& url) {
    completions.push_back(completion);
    descriptions.push_back(description);
    urls.push_back(url);
  }
};

}  // namespace

nlohmann::ordered_json to_json(const Suggestions& suggestions) {
  Json json;
  json["q"] = suggestions.typed;
  auto& people = json["people"] = Json::array();
  for (const auto& person : suggestions.people)
    people.push_back({{"value", person.name}, {"count", person.articles}, {"forms", person.forms}});
  auto& titles = json["titles"] = Json::array();
  for (const auto& title : suggestions.titles)
    titles.push_back(
        {{"id", title.id}, {"title", title.title}, {"published", text_or_null(title.published)}});
  auto& words = json["words"] = Json::array();
  for (const auto& word : suggestions.words)
    words.push_back({{"value", word.text}, {"count", word.articles ? Json(*word.articles) : Json(nullptr)}});
  return json;
}

nlohmann::ordered_json to_opensearch_json(const Suggestions& suggestions) {
  Columns columns;
  for (const auto& person : suggestions.people) {
    SearchRequest request;
    request.filters = {{Field::person, {person.name}, {}}};
    columns.add(person.name, articles_text(person.articles), "/search?" + to_search_url(request));
  }
  for (const auto& word : suggestions.words) {
    SearchRequest request;
    request.query = word.text;
    columns.add(word.text, word.articles ? articles_text(*word.articles) : "",
                "/search?" + to_search_url(request));
  }
  for (const auto& title : suggestions.titles)
    columns.add(title.title, title.published, "/article?id=" + percent_encode(title.id));
  return Json::array({suggestions.typed, columns.completions, columns.descriptions, columns.urls});
}

}  // namespace morgue
