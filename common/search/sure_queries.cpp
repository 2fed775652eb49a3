// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/sure_queries.h"

#include "common/index/schema.h"
#include "common/search/xapian_queries.h"

namespace morgue {
namespace {

bool is_one_word(const Term& term) {
  return term.kind != TermKind::any && term.joined.empty() && term.parts.size() < 2;
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

Xapian::Query choice(Field field, const FormList& forms) {
  std::vector<Xapian::Query> choices;
  for (const auto& form : forms) choices.emplace_back(schema::word_term(field, form));
  return any_of(choices);
}

}  // namespace

// What stands somewhere but neither in the title nor in a name stands in the body.
Xapian::Query SureQueries::phrase_in_body(const std::vector<Term>& terms) const {
  const Plan anywhere = positions_.phrase(Field::any, terms);
  const Plan in_title = positions_.phrase(Field::title, terms),
             in_name = positions_.phrase(Field::person, terms);
  if (!anywhere.exact || !in_title.exact || !in_name.exact) return nothing();
  return unweighted(without(anywhere.query, any_of({in_title.query, in_name.query})));
}

Xapian::Query SureQueries::in_one_value(const OneValue& one) const {
  const auto terms = words_of(one.child.front());
  if (terms.empty()) return nothing();
  std::vector<Xapian::Query> in_languages;
  for (const auto& language : words_.languages())
    if (const auto query = close_together(one.field, terms, language); !query.empty())
      in_languages.push_back(filtered(query, words_.in_language(language)));
  return unweighted(any_of(in_languages));
}

// Two values lie further apart than the gap between them.
Xapian::Query SureQueries::close_together(Field field, const std::vector<Term>& terms,
                                          const std::string& language) const {
  std::vector<Xapian::Query> words;
  for (const Term& term : terms) {
    const FormList given = positions_.forms_of(term);
    words.push_back(
        choice(field, term.kind == TermKind::plain ? words_.forms_of(language, given.front()) : given));
    if (words.back().empty()) return nothing();
  }
  return Xapian::Query(Xapian::Query::OP_NEAR, words.begin(), words.end(), schema::gap_between_names);
}

}  // namespace morgue
