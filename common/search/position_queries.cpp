// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/position_queries.h"

#include <algorithm>
#include <iterator>

#include "common/index/schema.h"
#include "common/index/vocabulary.h"
#include "common/query/word_pattern.h"
#include "common/search/xapian_queries.h"

namespace morgue {
namespace {

constexpr std::size_t most_writings = 64;  // of one phrase; past that its words are asked for

/// A body's phrase is asked of all fields: it may also stand in the title or a name.
Field asked_of(Field field) { return field == Field::body ? Field::any : field; }

/// A compound's joined form stands where its first part does, an elided rest where the whole word does.
bool can_stand_together(const std::string& a, const std::string& b) {
  constexpr std::size_t longest_elision = 4;  // nell'
  const auto begin = a.size() < b.size() ? b.find(a) : a.find(b);
  return begin <= longest_elision;
}

/// Two words at most `distance` positions apart, in this order.
Xapian::Query in_this_order(const Xapian::Query& left, const Xapian::Query& right, std::size_t distance) {
  const Xapian::Query words[] = {left, right};
  return Xapian::Query(Xapian::Query::OP_PHRASE, words, words + 2,
                       static_cast<Xapian::termcount>(distance + 1));
}

/// In any order. Where words can stand at one position Xapian's OP_NEAR moves on the wrong one of them now
/// and then, so either order is asked for.
Xapian::Query in_any_order(const std::vector<Xapian::Query>& words, std::size_t distance, bool together) {
  if (together)
    return Xapian::Query(Xapian::Query::OP_OR, in_this_order(words[0], words[1], distance),
                         in_this_order(words[1], words[0], distance));
  return Xapian::Query(Xapian::Query::OP_NEAR, words.begin(), words.end(),
                       static_cast<Xapian::termcount>(distance + 1));
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

/// Every way in which the terms can stand in a text: each compound in its parts or joined. Too many: none.
std::vector<PositionQueries::Writing> PositionQueries::writings_of(const std::vector<Term>& terms) const {
  std::vector<Writing> writings{{}};
  for (const Term& term : terms) {
    std::vector<Writing> longer;
    for (const Writing& writing : writings)
      for (const Writing& end : writings_of(term)) {
        longer.push_back(writing);
        longer.back().insert(longer.back().end(), end.begin(), end.end());
      }
    if (longer.size() > most_writings) return {};
    writings = std::move(longer);
  }
  return writings;
}

Xapian::Query PositionQueries::choice(Field field, const FormList& forms) const {
  std::vector<Xapian::Query> choices;
  for (const auto& form : forms) choices.emplace_back(schema::word_term(field, form));
  return any_of(choices);
}

Xapian::Query PositionQueries::side_by_side(Field field, const Writing& writing) const {
  if (writing.size() == 1) return words_.forms_in(field, writing.front());
  std::vector<Xapian::Query> words;
  for (const auto& forms : writing)
    if (!forms.empty()) words.push_back(choice(field, forms));
  if (std::ranges::any_of(words, [](const Xapian::Query& word) { return word.empty(); })) return nothing();
  return Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), writing.size());
}

Xapian::Query PositionQueries::all_words(Field field, const std::vector<Term>& terms) const {
  std::vector<Xapian::Query> words;
  for (const Term& term : terms) {
    std::vector<Xapian::Query> ways;
    for (const Writing& writing : writings_of(term))
      if (!writing.front().empty()) ways.push_back(words_.forms_in(field, writing.front()));
    if (term.kind != TermKind::any) words.push_back(any_of(ways));
  }
  return all_of(words);
}

Plan PositionQueries::phrase(Field field, const std::vector<Term>& terms) const {
  Plan plan;
  if (terms.size() == 1 && terms.front().parts.size() < 2) {
    plan.query = words_.forms_in(field, forms_of(terms.front()));
    return plan;
  }
  const bool no_gaps =
      std::ranges::none_of(terms, [](const Term& term) { return term.kind == TermKind::any; });
  const bool all_known = std::ranges::none_of(
      terms, [&](const Term& term) { return is_patterned(term) && forms_of(term).empty(); });
  if (!all_known) return plan;
  const auto writings = writings_of(terms);
  plan.exact = no_gaps && field != Field::body && !writings.empty();
  if (writings.empty()) {
    plan.query = all_words(asked_of(field), terms);
    return plan;
  }
  std::vector<Xapian::Query> queries;
  for (const Writing& writing : writings) queries.push_back(side_by_side(asked_of(field), writing));
  plan.query = unweighted(any_of(queries));
  return plan;
}

Plan PositionQueries::window(const Window& window) const {
  Plan plan;
  std::vector<FormList> choices;
  bool together = false;
  bool simple =
      window.field != Field::body && window.slack + window.terms.size() - 2 <= schema::gap_between_names;
  for (const Term& term : window.terms) {
    simple = simple && term.kind != TermKind::any && term.joined.empty() && term.parts.size() < 2;
    if (!simple) break;
    for (const auto& other : choices) together = together || can_stand_together(other, forms_of(term));
    choices.push_back(forms_of(term));
  }
  simple = simple && (!together || choices.size() == 2);
  if (!simple) {
    plan.query = all_words(asked_of(window.field), window.terms);
    plan.exact = false;
    return plan;
  }
  std::vector<Xapian::Query> words;
  for (const auto& forms : choices) words.push_back(choice(window.field, forms));
  if (std::ranges::any_of(words, [](const Xapian::Query& word) { return word.empty(); })) return plan;
  plan.query = unweighted(in_any_order(words, window.slack + words.size() - 2, together));
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
  const auto from = choice(near.field, left), to = choice(near.field, right);
  if (near.ordered) return in_this_order(from, to, near.distance);
  return in_any_order({from, to}, near.distance, can_stand_together(left, right));
}

std::optional<Xapian::Query> PositionQueries::near(const Near& asked) const {
  if (asked.unit != NearUnit::words || asked.field == Field::body || asked.distance == 0 ||
      asked.distance > schema::gap_between_names)
    return std::nullopt;
  const auto left = side_of(asked.sides.front()), right = side_of(asked.sides.back());
  if (!left || !right) return std::nullopt;
  for (const auto& word : left->stemmed)
    if (word.size() > longest_vocabulary_form) return std::nullopt;
  for (const auto& word : right->stemmed)
    if (word.size() > longest_vocabulary_form) return std::nullopt;
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
