// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/explanation_text.h"

#include <algorithm>

#include "common/wire/results_from_json.h"
#include "terminal/results_text.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_forms_shown = 20;

std::string indented(std::size_t depth, const std::string& text) {
  return std::string(2 * depth, ' ') + printable(text) + "\n";
}

std::string counted(std::uint64_t number, const char* one, const char* more) {
  return std::to_string(number) + " " + (number == 1 ? one : more);
}

std::string articles(std::uint64_t number) { return counted(number, "article", "articles"); }

std::string text_in(const Json& json, const char* key) { return json.at(key).get<std::string>(); }

std::string tree_text(const Json& node, std::size_t depth) {
  std::string text = indented(depth, text_in(node, "kind") + " " + text_in(node, "text"));
  if (const auto children = node.find("children"); children != node.end())
    for (const auto& child : *children) text += tree_text(child, depth + 1);
  return text;
}

std::string term_text(const Json& term) {
  const auto articles_with_it = term.at("articles").get<std::uint64_t>();
  const std::string spelled = !term.at("term").is_null() ? text_in(term, "term")
                              : articles_with_it > 0     ? "in every article"
                                                         : "no such term";
  return indented(1, text_in(term, "part") + ": " + spelled + ", " + articles(articles_with_it));
}

std::string expansion_text(const Json& expansion) {
  const auto& forms = expansion.at("forms");
  std::string text = text_in(expansion, "word") + ": " + counted(forms.size(), "form", "forms") +
                     (expansion.at("cut").get<bool>() ? ", cut: those in most articles" : "");
  const std::size_t shown = std::min(forms.size(), most_forms_shown);
  for (std::size_t i = 0; i < shown; ++i)
    text.append(i == 0 ? ": " : ", ")
        .append(text_in(forms[i], "form"))
        .append(" (")
        .append(std::to_string(forms[i]["articles"].get<std::uint64_t>()))
        .append(")");
  if (shown < forms.size()) text += " and " + std::to_string(forms.size() - shown) + " more";
  return indented(1, text);
}

std::string verified_text(const Json& verified) {
  return indented(1, text_in(verified, "part") + ": " + text_in(verified, "why"));
}

template <class ItemText>
std::string section(const char* title, const Json& items, ItemText&& item_text) {
  if (items.empty()) return "";
  std::string text = std::string(title) + "\n";
  for (const auto& item : items) text += item_text(item);
  return text;
}

std::string total_text(const Json& explanation) {
  const std::string of_archive = " of " + articles(explanation.at("articles").get<std::uint64_t>());
  const auto& total = explanation.at("total");
  if (total.is_null()) return "total: needs a search" + of_archive + "\n";
  return "total: " + std::to_string(total.get<std::uint64_t>()) + of_archive + ", known without a search\n";
}

}  // namespace

std::string explanation_text(const nlohmann::ordered_json& explanation) {
  const auto& query = explanation.at("query");
  std::string text = "understood: " + printable(text_in(query, "understood")) + "\n";
  for (const auto& warning : warnings_from(query.at("warnings"))) text += warning_text(warning);
  text += "tree:\n" + tree_text(query.at("tree"), 1);
  text += section("terms of the index:", explanation.at("terms"), term_text);
  text += section("forms:", explanation.at("expansions"), expansion_text);
  text += section("verified on the text of articles:", explanation.at("verified"), verified_text);
  if (explanation.at("verified").empty()) text += "verified on the text of articles: nothing\n";
  if (!explanation.at("scored").get<bool>()) text += "score: none, so relevance is newest first\n";
  return text + total_text(explanation);
}

}  // namespace morgue
