// SPDX-License-Identifier: GPL-3.0-or-later
// The table of canonical keys, read in both directions. Knows nothing of files or other shapes.
#include "common/article/article_json.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include "common/text/nearest.h"
#include "common/timestamp.h"

namespace morgue {
namespace {

using Json = nlohmann::json;
using Text = std::string Article::*;
using List = std::vector<std::string> Article::*;
using Flag = bool Article::*;

struct Key {
  std::string_view name;
  std::variant<Text, List, Flag> member;
};

const std::array keys{
    Key{"id", &Article::id},
    Key{"title", &Article::title},
    Key{"body", &Article::body},
    Key{"people", &Article::people},
    Key{"people_recognised", &Article::people_recognised},
    Key{"published", &Article::published},
    Key{"updated", &Article::updated},
    Key{"added", &Article::added},
    Key{"source", &Article::source},
    Key{"section", &Article::section},
    Key{"language", &Article::language},
    Key{"language_detected", &Article::language_detected},
    Key{"url", &Article::url},
    Key{"authors", &Article::authors},
    Key{"tags", &Article::tags},
    Key{"places", &Article::places},
    Key{"status", &Article::status},
    Key{"embargoed", &Article::embargoed},
};

constexpr std::array<std::string_view, 3> statuses{"usable", "canceled", "withheld"};

const Key* find_key(std::string_view name) {
  const auto* found =
      std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return found == keys.end() ? nullptr : found;
}

std::string with_article(const std::string& type) {
  if (type == "null") return type;
  return (type == "array" || type == "object" ? "an " : "a ") + type;
}

[[noreturn]] void refuse_type(const std::string& where, const Json& found, const std::string& expected,
                              const std::string& hint) {
  throw ArticleError("wrong_type",
                     where + " is " + with_article(found.type_name()) + ", expected " + expected, hint);
}

const std::string& string_at(const std::string& where, const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>();
  refuse_type(where, value, "a string",
              value.is_number() ? "write it in quotes" : "see the keys of an article");
}

std::vector<std::string> list_at(const std::string& where, const Json& value) {
  if (value.is_string())
    refuse_type(where, value, "an array of strings", "write a list: \"" + where + "\": [\"…\"]");
  if (!value.is_array()) refuse_type(where, value, "an array of strings", "see the keys of an article");
  std::vector<std::string> list;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i].is_null()) continue;
    const auto& item = string_at(where + "[" + std::to_string(i) + "]", value[i]);
    if (!item.empty()) list.push_back(item);
  }
  return list;
}

bool flag_at(const std::string& where, const Json& value) {
  if (!value.is_boolean()) refuse_type(where, value, "true or false", "write it without quotes");
  return value.get<bool>();
}

/// Sets the member that a key stands for.
class Reading {
 public:
  Reading(Article& article, const std::string& name, const Json& value)
      : article_(article), name_(name), value_(value) {}

  void operator()(Text text) const { article_.*text = string_at(name_, value_); }
  void operator()(List list) const { article_.*list = list_at(name_, value_); }
  void operator()(Flag flag) const { article_.*flag = flag_at(name_, value_); }

 private:
  Article& article_;
  const std::string& name_;
  const Json& value_;
};

/// Writes the member that a key stands for, unless it is empty.
class Writing {
 public:
  Writing(nlohmann::ordered_json& object, const Article& article, std::string_view name)
      : object_(object), article_(article), name_(name) {}

  void operator()(Text text) const { set_unless((article_.*text).empty(), article_.*text); }
  void operator()(List list) const { set_unless((article_.*list).empty(), article_.*list); }
  void operator()(Flag flag) const { set_unless(!(article_.*flag), article_.*flag); }

 private:
  template <class Value>
  void set_unless(bool is_absent, const Value& value) const {
    if (!is_absent) object_[std::string(name_)] = value;
  }

  nlohmann::ordered_json& object_;
  const Article& article_;
  std::string_view name_;
};

void check_id(const std::string& id) {
  if (id.find('\0') != std::string::npos)
    throw ArticleError("bad_value", "id has a character U+0000", "leave that character out");
}

void check_status(const std::string& status) {
  if (status.empty() || std::find(statuses.begin(), statuses.end(), status) != statuses.end()) return;
  const auto meant = nearest(status, {statuses.begin(), statuses.end()});
  throw ArticleError(
      "bad_value", "status is \"" + status + "\", expected usable, canceled or withheld",
      meant.empty() ? "leave it out for an article that may be used" : "did you mean " + meant + "?");
}

void check_embargo(const std::string& embargoed) {
  if (embargoed.empty() || parse_timestamp(embargoed)) return;
  throw ArticleError("bad_value", "embargoed is \"" + embargoed + "\", expected a date-time",
                     "write it as 2021-07-15T10:30:00Z");
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

void check_length(std::string_view key, const std::string& text) {
  if (text.size() <= longest_text) return;
  throw ArticleError("too_large",
                     std::string(key) + " has " + std::to_string(text.size()) + " bytes, at most " +
                         std::to_string(longest_text) + " are taken",
                     "split the article, or leave out what is not text");
}

}  // namespace

Article from_json(const Json& object) {
  if (!object.is_object())
    refuse_type("the article", object, "an object", "write each article as {\"title\": …, \"body\": …}");
  Article article;
  for (const auto& [name, value] : object.items()) {
    const Key* key = find_key(name);
    if (key == nullptr) article.other[name] = value;
    else if (!value.is_null()) std::visit(Reading(article, name, value), key->member);
  }
  check_id(article.id);
  check_status(article.status);
  check_embargo(article.embargoed);
  return article;
}

nlohmann::ordered_json to_json(const Article& article) {
  auto object = nlohmann::ordered_json::object();
  for (const auto& key : keys) std::visit(Writing(object, article, key.name), key.member);
  for (const auto& [name, value] : article.other.items())
    if (find_key(name) == nullptr) object[name] = value;
  return object;
}

Article as_read_back(Article article) {
  for (const auto& key : keys)
    if (const auto* list = std::get_if<List>(&key.member)) std::erase(article.**list, std::string());
  auto other = Json::object();
  for (auto& [name, value] : article.other.items())
    if (find_key(name) == nullptr) other[name] = std::move(value);
  article.other = std::move(other);
  article.taken = Article().taken;
  check_id(article.id);
  check_status(article.status);
  check_embargo(article.embargoed);
  return article;
}

bool is_article_key(std::string_view name) { return find_key(name) != nullptr; }

void check(const Article& article) {
  if (is_blank(article.title) && is_blank(article.body))
    throw ArticleError("no_text", "the article has neither a title nor a body", "give it a title or a body");
  check_length("title", article.title);
  check_length("body", article.body);
}

}  // namespace morgue
