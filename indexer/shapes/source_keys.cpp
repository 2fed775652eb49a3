// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the values of a source's object as what is wanted of them. Knows no shape.
#include "indexer/shapes/source_keys.h"

#include <algorithm>
#include <cctype>

#include "common/article/article_json.h"
#include "indexer/html/html_text.h"
#include "indexer/html/plain_text.h"
#include "indexer/shapes/source_date.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

std::string trimmed(const std::string& text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

bool is_same_in_any_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::string name_of(const Json& value) {
  if (!value.is_object()) return line_in(value);
  for (const auto* key : {"name", "@value", "value"})
    if (value.contains(key) && value[key].is_string()) return line_in(value[key]);
  return {};
}

bool is_empty(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().empty();
  return value.is_null() || (value.is_structured() && value.empty());
}

}  // namespace

std::string text_in(const Json& value) {
  if (value.is_string()) return trimmed(value.get_ref<const std::string&>());
  return value.is_number() ? value.dump() : std::string();
}

std::vector<std::string> names_in(const Json& value) {
  std::vector<std::string> names;
  if (!value.is_array()) {
    // schema.org allows an object a list of names.
    const bool has_list = value.is_object() && value.contains("name") && value["name"].is_array();
    if (has_list) return names_in(value["name"]);
    add_new(names, {name_of(value)});
  } else {
    for (const auto& item : value)
      add_new(names, item.is_array() ? std::vector<std::string>() : names_in(item));
  }
  return names;
}

std::string line_in(const Json& value) {
  const auto text = text_in(value);
  if (is_html(text)) return html_line(text);
  return text;
}

std::string paragraphs_in(const Json& value) {
  if (!value.is_array()) return plain_text(text_in(value));
  std::string text;
  for (const auto& item : value) {
    const auto paragraph = item.is_array() ? std::string() : paragraphs_in(item);
    if (!paragraph.empty()) text.append(text.empty() ? "" : "\n\n").append(paragraph);
  }
  return text;
}

bool is_address(std::string_view text) {
  const auto host = text.find("://");
  if (!text.starts_with("http") || host == std::string_view::npos || text.find(' ') != std::string_view::npos)
    return false;
  const auto path = text.find('/', host + 3);
  return path != std::string_view::npos && path + 1 < text.size();
}

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const auto& text : more)
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

SourceKeys::SourceKeys(const Json& object) : object_(object) {}

const Json* SourceKeys::find(std::string_view key, std::string* name) const {
  if (!object_.is_object()) return nullptr;
  auto found = object_.find(key);
  if (found == object_.end())
    for (auto item = object_.begin(); item != object_.end() && found == object_.end(); ++item)
      if (is_same_in_any_case(item.key(), key)) found = item;
  if (found == object_.end() || found->is_null()) return nullptr;
  if (name) *name = found.key();
  return &*found;
}

const Json& SourceKeys::take(std::string_view key) {
  static const Json absent;
  std::string name;
  const auto* value = find(key, &name);
  if (value == nullptr) return absent;
  taken_.insert(std::move(name));
  return *value;
}

void SourceKeys::drop(std::initializer_list<std::string_view> keys) {
  for (const auto key : keys) take(key);
}

template <class Reading>
std::string SourceKeys::first(std::initializer_list<std::string_view> keys, Reading read) {
  for (const auto key : keys) {
    const auto* value = find(key);
    if (value == nullptr) continue;
    auto text = read(*value);
    if (text.empty()) continue;
    take(key);
    return text;
  }
  return {};
}

std::string SourceKeys::text(std::initializer_list<std::string_view> keys) { return first(keys, text_in); }

std::string SourceKeys::line(std::initializer_list<std::string_view> keys) { return first(keys, line_in); }

std::string SourceKeys::paragraphs(std::initializer_list<std::string_view> keys) {
  return first(keys, paragraphs_in);
}

std::string SourceKeys::date(std::initializer_list<std::string_view> keys) {
  return first(keys, date_in_json);
}

std::string SourceKeys::address(std::initializer_list<std::string_view> keys) {
  return first(keys, [](const Json& value) {
    auto text = text_in(value);
    return is_address(text) ? text : std::string();
  });
}

std::vector<std::string> SourceKeys::names(std::initializer_list<std::string_view> keys) {
  std::vector<std::string> names;
  for (const auto key : keys) add_new(names, names_in(take(key)));
  return names;
}

Json SourceKeys::rest() const {
  auto rest = Json::object();
  if (!object_.is_object()) return rest;
  for (const auto& [name, value] : object_.items())
    if (!taken_.contains(name) && !is_empty(value)) rest[name] = value;
  return rest;
}

void SourceKeys::keep_rest(Article& article) const {
  const auto what_is_left = rest();
  for (const auto& [name, value] : what_is_left.items())
    article.other[is_article_key(name) ? "original_" + name : name] = value;
}

}  // namespace morgue
