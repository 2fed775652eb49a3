// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/expansions.h"

#include <algorithm>

#include "common/index/vocabulary.h"
#include "common/query/word_pattern.h"

namespace morgue {
namespace {

/// What every form of the term begins with.
std::string_view prefix_of(const Term& term) {
  if (term.kind == TermKind::fuzzy) return {};
  return std::string_view(term.text).substr(0, term.text.find_first_of("*?"));
}

Warning cut_notice(const Term& term, std::size_t kept) {
  return {.code = "forms_cut",
          .severity = Severity::notice,
          .message = term.text + " stands for more than " + std::to_string(kept) +
                     " words; those in most articles were searched",
          .start = 0,
          .end = 0,
          .suggestion = "give more letters"};
}

}  // namespace

Node Expansions::expanded(Node tree) {
  expand(tree);
  return tree;
}

const std::vector<std::string>& Expansions::of(const Term& term) const {
  static const std::vector<std::string> none;
  const auto found = forms_.find({term.text, term.edits});
  return found == forms_.end() ? none : found->second.forms;
}

void Expansions::expand(Node& node) {
  const auto each = [&](std::vector<Node>& children) {
    for (Node& child : children) expand(child);
  };
  std::visit(overloaded{
                 [&](Word& word) { expand(word.term); },
                 [&](Phrase& phrase) {
                   for (Term& term : phrase.terms) expand(term);
                 },
                 [&](Window& window) {
                   for (Term& term : window.terms) expand(term);
                 },
                 [&](Near& near) { each(near.sides); },
                 [&](OneValue& one) { each(one.child); },
                 [&](And& all) { each(all.children); },
                 [&](Or& any) { each(any.children); },
                 [&](Not& no) { each(no.child); },
                 [](auto&) {},
             },
             node.is);
}

void Expansions::expand(Term& term) {
  if (!is_patterned(term)) return;
  const auto [entry, is_new] = forms_.try_emplace({term.text, term.edits});
  if (is_new) {
    const std::size_t most = std::min(most_forms, most_forms_a_query - known_);
    Forms found = fitting_forms(
        reader_, prefix_of(term), [&](std::string_view form) { return fits(term, form); }, most);
    known_ += found.forms.size();
    if (found.cut) cut_.push_back(cut_notice(term, most));
    entry->second = {std::move(found.forms), found.cut};
  }
  if (entry->second.cut) term.kept = entry->second.forms;
}

}  // namespace morgue
