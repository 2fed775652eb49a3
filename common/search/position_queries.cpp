// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/position_queries.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/vocabulary.h"
#include "common/query/word_pattern.h"
#include "common/search/xapian_queries.h"

namespace morgue {
namespace {

constexpr std::size_t most_writings = 64;  // of one phrase; past that its words are asked for

/// A compound's joined form stands where its first part does, an elided rest where the whole word does.
bool can_stand_together(const std::string& a, const std::string& b) {
  constexpr std::size_t longest_elision = 4;  // nell'
  const auto begin = a.size() < b.size() ? b.find(a) : a.find(b);
  return begin <= longest_elision;
}

/// Whether the index keeps where these forms stand.
bool have_positions(const FormList& forms) {
  return std::ranges::all_of(forms, [](const auto& form) { return form.size() <= longest_vocabulary_form; });
}

void append(FormList& forms, const FormList& more) { forms.insert(forms.end(), more.begin(), more.end()); }

}  // namespace

bool can_stand_together(const FormList& a, const FormList& b) {
  return std::ranges::any_of(a, [&](const auto& form) {
    return std::ranges::any_of(b, [&](const auto& other) { return can_stand_together(form, other); });
  });
}

FormList PositionQueries::forms_of(const Term& term) const {
  if (is_patterned(term)) return expansions_.of(term);
  if (term.kind == TermKind::any) return {};
  return term.parts.front();
}

std::vector<PositionQueries::Writing> PositionQueries::writings_of(const Term& term) const {
  if (term.kind != TermKind::plain) return {{forms_of(term)}};
  std::vector<Writing> writings{term.parts};
  if (!term.joined.empty()) writings.push_back({term.joined});
  return writings;
}

/// Every way in which the terms can stand in a text: each compound in its parts or joined. None where there
/// are too many, or a form is too long for the index.
std::vector<PositionQueries::Writing> PositionQueries::writings_of(const std::vector<Term>& terms) const {
  std::vector<Writing> writings{{}};
  for (const Term& term : terms) {
    std::vector<Writing> longer;
    for (const Writing& writing : writings)
      for (const Writing& end : writings_of(term)) {
        longer.push_back(writing);
        longer.back().insert(longer.back().end(), end.begin(), end.end());
        if (!std::ranges::all_of(end, have_positions)) return {};
      }
    if (longer.size() > most_writings) return {};
    writings = std::move(longer);
  }
  return writings;
}

/// Title, people and authors have terms of their own, which leave few articles to look at.
Xapian::Query PositionQueries::lying(const PositionRule& rule) const {
  if (!has_own_terms(rule.field)) return query_of(rule);
  std::vector<Xapian::Query> words;
  for (const auto& forms : rule.choices)
    if (!forms.empty()) words.push_back(words_.forms_in(rule.field, forms));
  return filtered(query_of(rule), all_of(words));
}

Xapian::Query PositionQueries::side_by_side(Field field, const Writing& writing) const {
  if (writing.size() == 1) return words_.forms_in(field, writing.front());
  if (std::ranges::all_of(writing, &FormList::empty)) return nothing();
  return lying({field, writing, Lie::side_by_side, 0});
}

void PositionQueries::add_terms(Plan& plan, Field field, const Writing& writing) {
  const Field counted = has_own_terms(field) ? field : Field::any;
  for (const auto& forms : writing)
    for (const auto& form : forms) plan.placed.insert(schema::word_term(counted, form));
}

/// The forms of which one is there wherever the term is: of a compound its first part, or the whole as one.
std::vector<FormList> PositionQueries::beginnings_of(const Term& term) const {
  std::vector<FormList> beginnings;
  for (const Writing& writing : writings_of(term))
    if (!writing.front().empty()) beginnings.push_back(writing.front());
  return beginnings;
}

Xapian::Query PositionQueries::all_words(Field field, const std::vector<Term>& terms) const {
  std::vector<Xapian::Query> words;
  for (const Term& term : terms) {
    std::vector<Xapian::Query> ways;
    for (const FormList& forms : beginnings_of(term)) ways.push_back(words_.forms_in(field, forms));
    if (term.kind != TermKind::any) words.push_back(any_of(ways));
  }
  return all_of(words);
}

Plan PositionQueries::phrase(Field field, const std::vector<Term>& terms) const {
  Plan plan;
  if (terms.size() == 1 && terms.front().parts.size() < 2) {
    plan.query = words_.forms_in(field, forms_of(terms.front()));
    add_terms(plan, field, {forms_of(terms.front())});
    return plan;
  }
  const bool no_gaps =
      std::ranges::none_of(terms, [](const Term& term) { return term.kind == TermKind::any; });
  const bool all_known = std::ranges::none_of(
      terms, [&](const Term& term) { return is_patterned(term) && forms_of(term).empty(); });
  if (!all_known) return plan;
  const auto writings = writings_of(terms);
  plan.exact = no_gaps && !writings.empty();
  if (writings.empty()) {
    plan.query = all_words(field, terms);
    for (const Term& term : terms) add_terms(plan, field, beginnings_of(term));
    return plan;
  }
  std::vector<Xapian::Query> queries;
  for (const Writing& writing : writings) {
    queries.push_back(side_by_side(field, writing));
    add_terms(plan, field, writing);
  }
  plan.query = unweighted(any_of(queries));
  return plan;
}

Plan PositionQueries::window(const Window& window) const {
  Plan plan;
  std::vector<FormList> choices;
  bool together = false;
  bool simple = window.slack + window.terms.size() - 2 <= schema::gap_between_names;
  for (const Term& term : window.terms) {
    simple = simple && term.kind != TermKind::any && term.joined.empty() && term.parts.size() < 2 &&
             have_positions(forms_of(term));
    if (!simple) break;
    for (const auto& other : choices) together = together || can_stand_together(other, forms_of(term));
    choices.push_back(forms_of(term));
  }
  simple = simple && (!together || choices.size() == 2);
  if (!simple) {
    plan.query = all_words(window.field, window.terms);
    for (const Term& term : window.terms) add_terms(plan, window.field, beginnings_of(term));
    plan.exact = false;
    return plan;
  }
  if (std::ranges::any_of(choices, [](const FormList& forms) { return forms.empty(); })) return plan;
  add_terms(plan, window.field, choices);
  const auto distance = static_cast<std::uint32_t>(window.slack + choices.size() - 2);
  plan.query = unweighted(lying({window.field, std::move(choices), Lie::close, distance}));
  return plan;
}

std::optional<PositionQueries::Side> PositionQueries::side_of(const Node& node) const {
  return std::visit(overloaded{
                        [&](const Word& word) -> std::optional<Side> {
                          if (word.term.parts.size() > 1 || !word.term.joined.empty()) return std::nullopt;
                          if (is_patterned(word.term)) return Side{{}, forms_of(word.term)};
                          return Side{forms_of(word.term), {}};
                        },
                        [&](const Phrase& phrase) -> std::optional<Side> {
                          const Term& term = phrase.terms.front();
                          if (phrase.terms.size() > 1 || term.parts.size() > 1 || !term.joined.empty())
                            return std::nullopt;
                          return Side{{}, forms_of(term)};
                        },
                        [&](const Or& any) -> std::optional<Side> {
                          Side side;
                          for (const Node& child : any.children) {
                            const auto part = side_of(child);
                            if (!part) return std::nullopt;
                            append(side.stemmed, part->stemmed);
                            append(side.exact, part->exact);
                          }
                          return side;
                        },
                        [](const auto&) -> std::optional<Side> { return std::nullopt; },
                    },
                    node.is);
}

FormList PositionQueries::forms_of(const Side& side, const std::string& language) const {
  FormList forms = side.exact;
  for (const auto& word : side.stemmed) append(forms, words_.forms_of(language, word));
  return forms;
}

Xapian::Query PositionQueries::near(const Near& near, const FormList& left, const FormList& right) const {
  if (left.empty() || right.empty()) return nothing();
  return lying({near.field,
                {left, right},
                near.ordered ? Lie::in_order : Lie::close,
                static_cast<std::uint32_t>(near.distance)});
}

std::optional<Xapian::Query> PositionQueries::near(const Near& asked) const {
  if (asked.unit != NearUnit::words || asked.distance == 0 || asked.distance > schema::gap_between_names)
    return std::nullopt;
  const auto left = side_of(asked.sides.front()), right = side_of(asked.sides.back());
  if (!left || !right) return std::nullopt;
  for (const FormList* forms : {&left->stemmed, &left->exact, &right->stemmed, &right->exact})
    if (!have_positions(*forms)) return std::nullopt;
  if (left->stemmed.empty() && right->stemmed.empty())
    return unweighted(near(asked, left->exact, right->exact));
  std::vector<Xapian::Query> in_languages;
  for (const auto& language : words_.languages()) {
    const auto query = near(asked, forms_of(*left, language), forms_of(*right, language));
    if (!query.empty()) in_languages.push_back(filtered(query, words_.in_language(language)));
  }
  return unweighted(any_of(in_languages));
}

}  // namespace morgue
