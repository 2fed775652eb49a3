// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/explanation_text.h"

#include <algorithm>

#include "common/wire/explanation_json.h"
#include "terminal/results_text.h"

namespace morgue {
namespace {

constexpr std::size_t most_forms_shown = 20;

std::string line(std::size_t depth, const std::string& text) {
  return std::string(2 * depth, ' ') + printable(text) + "\n";
}

std::string number_of(std::uint64_t number, const char* one, const char* more) {
  return std::to_string(number) + " " + (number == 1 ? one : more);
}

std::string articles(std::uint64_t number) { return number_of(number, "article", "articles"); }

/// The tree as its JSON has it: whoever reads both sees the same kinds.
std::string tree_text(const nlohmann::ordered_json& node, std::size_t depth) {
  std::string text = line(depth, node["kind"].get<std::string>() + " " + node["text"].get<std::string>());
  if (const auto children = node.find("children"); children != node.end())
    for (const auto& child : *children) text += tree_text(child, depth + 1);
  return text;
}

std::string term_text(const IndexTerm& term) {
  const std::string spelled = !term.term.empty()  ? term.term
                              : term.articles > 0 ? "in every article"
                                                  : "no such term";
  return line(1, term.part + ": " + spelled + ", " + articles(term.articles));
}

std::string expansion_text(const Expansion& expansion) {
  std::string text = expansion.word + ": " + number_of(expansion.forms.size(), "form", "forms") +
                     (expansion.cut ? ", cut: those in most articles" : "");
  const std::size_t shown = std::min(expansion.forms.size(), most_forms_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const Form& form = expansion.forms[i];
    text.append(i == 0 ? ": " : ", ")
        .append(form.form)
        .append(" (")
        .append(std::to_string(form.articles))
        .append(")");
  }
  if (shown < expansion.forms.size())
    text += " and " + std::to_string(expansion.forms.size() - shown) + " more";
  return line(1, text);
}

template <class Items, class ItemText>
std::string section(const char* title, const Items& items, ItemText&& item_text) {
  if (items.empty()) return "";
  std::string text = std::string(title) + "\n";
  for (const auto& item : items) text += item_text(item);
  return text;
}

std::string total_text(const Explanation& explanation) {
  const std::string of_archive = " of " + articles(explanation.articles);
  if (!explanation.total) return "total: needs a search" + of_archive + "\n";
  return "total: " + std::to_string(*explanation.total) + of_archive + ", known without a search\n";
}

}  // namespace

std::string explanation_text(const Explanation& explanation) {
  std::string text = "understood: " + printable(explanation.understood) + "\n";
  for (const auto& warning : explanation.warnings) text += warning_text(warning);
  text += "tree:\n" + tree_text(to_json(explanation.tree), 1);
  text += section("terms of the index:", explanation.terms, term_text);
  text += section("forms:", explanation.expansions, expansion_text);
  text += section("verified on the text of articles:", explanation.verified,
                  [](const VerifiedPart& verified) { return line(1, verified.part + ": " + verified.why); });
  if (explanation.verified.empty()) text += "verified on the text of articles: nothing\n";
  if (!explanation.scored) text += "score: none, so relevance is newest first\n";
  return text + total_text(explanation);
}

}  // namespace morgue
