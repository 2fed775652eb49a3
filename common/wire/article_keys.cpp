// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses among an article's keys. Knows nothing of searches.
#include "common/wire/article_keys.h"

#include <algorithm>

namespace morgue {
namespace {

bool is_wanted(const ArticleKey& key, const std::vector<std::string>& wanted) {
  if (wanted.empty()) return key.usual;
  return key.name == "id" || std::find(wanted.begin(), wanted.end(), key.name) != wanted.end();
}

bool is_absent(const std::string& text) { return text.empty(); }
bool is_absent(const std::vector<std::string>& texts) { return texts.empty(); }
bool is_absent(bool flag) { return !flag; }

}  // namespace

std::vector<std::string_view> article_key_names() {
  std::vector<std::string_view> names;
  names.reserve(article_keys.size());
  for (const auto& key : article_keys) names.push_back(key.name);
  return names;
}

nlohmann::ordered_json chosen_keys(const Article& article, const std::vector<std::string>& wanted) {
  auto json = nlohmann::ordered_json::object();
  for (const auto& key : article_keys) {
    if (!is_wanted(key, wanted)) continue;
    std::visit(
        [&](auto member) {
          if (!is_absent(article.*member)) json[std::string(key.name)] = article.*member;
        },
        key.member);
  }
  return json;
}

}  // namespace morgue
