// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and follows the map of --map. Knows no inputs.
#include "indexer/shapes/field_map.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <variant>

#include "common/article/article_json.h"
#include "common/error.h"
#include "common/text/nearest.h"
#include "indexer/shapes/byline.h"
#include "indexer/shapes/language_code.h"
#include "indexer/shapes/source_date.h"
#include "indexer/shapes/source_keys.h"

namespace morgue {
namespace {

using Json = nlohmann::json;
using Places = std::vector<Json::json_pointer>;

struct Key {
  std::string_view name;
  std::variant<std::string Article::*, std::vector<std::string> Article::*> member;
  std::string (*text)(const Json&) = text_in;
};

std::string language_in(const Json& value) { return language_code(text_in(value)); }

const std::array article_keys{
    Key{"id", &Article::id},
    Key{"title", &Article::title, line_in},
    Key{"body", &Article::body, paragraphs_in},
    Key{"people", &Article::people},
    Key{"published", &Article::published, date_in_json},
    Key{"updated", &Article::updated, date_in_json},
    Key{"source", &Article::source, line_in},
    Key{"section", &Article::section, line_in},
    Key{"language", &Article::language, language_in},
    Key{"url", &Article::url},
    Key{"authors", &Article::authors},
    Key{"tags", &Article::tags},
    Key{"places", &Article::places},
    Key{"status", &Article::status},
    Key{"embargoed", &Article::embargoed, date_in_json},
};

Error wrong(const std::string& what, const std::string& hint) {
  return Error(ErrorKind::usage, "the map: " + what, hint);
}

void check_key(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& key : article_keys) names.emplace_back(key.name);
  if (std::find(names.begin(), names.end(), name) != names.end()) return;
  const auto meant = nearest(name, {names.begin(), names.end()});
  throw wrong(name + " is no key of an article",
              meant.empty() ? "the keys on the left are ours, the pointers on the right yours"
                            : "did you mean " + meant + "?");
}

Json::json_pointer pointer_at(const std::string& key, const Json& value) {
  const std::string hint = "write a JSON pointer, such as \"/meta/headline\", or a list of them";
  if (!value.is_string() || !value.get_ref<const std::string&>().starts_with('/'))
    throw wrong(key + " is " + value.dump() + ", expected a JSON pointer that begins with /", hint);
  try {
    return Json::json_pointer(value.get<std::string>());
  } catch (const Json::exception&) {
    throw wrong(key + " is " + value.dump() + ", which is no JSON pointer", hint);
  }
}

Places places_at(const std::string& key, const Json& value) {
  Places places;
  for (const auto& place : value.is_array() ? value : Json::array({value}))
    places.push_back(pointer_at(key, place));
  if (places.empty()) throw wrong(key + " is an empty list", "leave the key out");
  return places;
}

const Json* value_at(const Json& object, const Json::json_pointer& place) {
  try {
    return &object.at(place);
  } catch (const Json::exception&) {  // no such key, or nothing that has keys
    return nullptr;
  }
}

/// Sets the member that a key stands for.
class Finding {
 public:
  Finding(const Json& object, const Key& key, const Places& places, Article& article)
      : object_(object), key_(key), places_(places), article_(article) {}

  void operator()(std::string Article::*member) const {
    std::vector<std::string> texts;
    for (const auto& place : places_)
      if (const auto* value = value_at(object_, place)) add_new(texts, {key_.text(*value)});
    if (key_.name != "body" && texts.size() > 1) texts.resize(1);
    for (const auto& text : texts)
      (article_.*member).append((article_.*member).empty() ? "" : "\n\n").append(text);
  }

  void operator()(std::vector<std::string> Article::*member) const {
    for (const auto& place : places_)
      if (const auto* value = value_at(object_, place))
        add_new(article_.*member, key_.name == "authors" ? authors_in(*value) : names_in(*value));
  }

 private:
  const Json& object_;
  const Key& key_;
  const Places& places_;
  Article& article_;
};

}  // namespace

FieldMap::FieldMap(const Json& map) {
  if (!map.is_object() || map.empty())
    throw wrong("it is not an object with keys",
                "write it as {\"title\": \"/headline\", \"body\": \"/text\"}");
  for (const auto& [name, value] : map.items()) {
    check_key(name);
    places_.emplace(name, places_at(name, value));
  }
  if (!places_.contains("title") && !places_.contains("body"))
    throw wrong("it has neither title nor body", "say where one of them is");
}

FieldMap FieldMap::from_file(const std::string& path) {
  std::ifstream file(path);
  if (!file)
    throw Error(ErrorKind::usage, "cannot read the map " + path, "check the name and the permissions");
  try {
    return FieldMap(Json::parse(file));
  } catch (const Json::exception& error) {
    throw Error(ErrorKind::usage, "the map " + path + " is not JSON: " + error.what(),
                "correct the JSON there");
  }
}

bool FieldMap::finds_text_in(const Json& object) const {
  return std::any_of(places_.begin(), places_.end(), [&](const auto& entry) {
    const bool is_text = entry.first == "title" || entry.first == "body";
    return is_text && std::any_of(entry.second.begin(), entry.second.end(),
                                  [&](const auto& place) { return value_at(object, place) != nullptr; });
  });
}

Article FieldMap::read(const Json& object) const {
  Article article;
  SourceKeys roots(object);
  for (const auto& key : article_keys) {
    const auto places = places_.find(std::string(key.name));
    if (places == places_.end()) continue;
    std::visit(Finding(object, key, places->second, article), key.member);
    for (auto place : places->second) {
      while (!place.parent_pointer().empty()) place = place.parent_pointer();
      roots.drop({place.back()});
    }
  }
  if (article.title.empty() && article.body.empty())
    throw ArticleError("no_text", "the map finds neither a title nor a body",
                       "look at its pointers for title and body");
  roots.keep_rest(article);
  return article;
}

}  // namespace morgue
