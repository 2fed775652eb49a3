// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/sure_queries.h"

#include <algorithm>
#include <utility>

#include "common/index/schema.h"
#include "common/index/vocabulary.h"
#include "common/search/xapian_queries.h"

namespace morgue {
namespace {

bool is_one_word(const Term& term) {
  return term.kind != TermKind::any && term.joined.empty() && term.parts.size() < 2;
}

/// Whether its forms are those of one stem, all of them known: see longest_vocabulary_form.
bool is_stemmed_as_one(const Term& term) {
  return term.kind == TermKind::plain && term.parts.front().size() == 1 &&
         term.parts.front().front().size() <= longest_vocabulary_form / 2;
}

/// The terms of words that all have to be there; empty where there is something else.
std::vector<Term> words_of(const Node& node) {
  const auto* all = std::get_if<And>(&node.is);
  if (all == nullptr) return {};
  std::vector<Term> terms;
  for (const Node& child : all->children) {
    const auto* word = std::get_if<Word>(&child.is);
    if (word == nullptr || !is_one_word(word->term)) return {};
    terms.push_back(word->term);
  }
  return terms;
}

}  // namespace

SureQuery SureQueries::in_one_value(const OneValue& one) const {
  const auto terms = words_of(one.child.front());
  if (terms.empty()) return {};
  std::vector<Xapian::Query> in_languages;
  bool finds_all = std::ranges::all_of(terms, is_stemmed_as_one);
  for (const auto& language : words_.languages()) {
    const auto close = close_together(one.field, terms, language);
    finds_all = finds_all && close.finds_all;
    if (!close.query.empty()) in_languages.push_back(filtered(close.query, words_.in_language(language)));
  }
  return {unweighted(any_of(in_languages)), finds_all};
}

// Two values lie further apart than the gap between them. Where one word can stand at the place of another,
// as in a compound, nearness does not find all.
SureQuery SureQueries::close_together(Field field, const std::vector<Term>& terms,
                                      const std::string& language) const {
  std::vector<FormList> choices;
  bool finds_all = true;
  for (const Term& term : terms) {
    FormList forms = positions_.forms_of(term);
    if (term.kind == TermKind::plain) forms = words_.forms_of(language, forms.front());
    if (forms.empty()) return {.query = nothing(), .finds_all = true};
    finds_all = finds_all && std::ranges::none_of(choices, [&](const FormList& other) {
                  return can_stand_together(other, forms);
                });
    choices.push_back(std::move(forms));
  }
  return {positions_.lying({field, std::move(choices), Lie::close, schema::gap_between_names - 1}),
          finds_all};
}

}  // namespace morgue
