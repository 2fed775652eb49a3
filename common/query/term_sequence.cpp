// SPDX-License-Identifier: GPL-3.0-or-later
// Terms side by side in a text, in exact folded forms or as wildcards. Knows nothing of fields or trees.
#include "common/query/term_sequence.h"

#include <algorithm>

#include "common/query/word_pattern.h"

namespace morgue {
namespace {

/// The index of the first token at the position after that of token i.
std::size_t next_position(const std::vector<Token>& tokens, std::size_t i) {
  std::size_t next = i;
  while (next < tokens.size() && tokens[next].position == tokens[i].position) ++next;
  return next;
}

/// Whether token i stands directly behind the place. It may not where only wanted forms have tokens.
bool is_behind(const std::vector<Token>& tokens, std::size_t i, const Place& place) {
  return i < tokens.size() && tokens[i].position == place.last + 1;
}

}  // namespace

bool FittingForms::contain(FormId form) const {
  const auto known = known_.find(form);
  if (known != known_.end()) return known->second;
  return known_.emplace(form, fits(term_, lexicon_.form(form))).first->second;
}

TermSequence::TermSequence(std::span<const Term> terms, const Lexicon& lexicon)
    : terms_(terms), lexicon_(lexicon) {
  for (const auto& term : terms) fitting_.emplace_back(term, lexicon);
}

void TermSequence::find(const std::vector<Token>& tokens, bool only_the_first,
                        std::vector<Place>& places) const {
  for (std::size_t i = 0; i < tokens.size(); i = next_position(tokens, i)) {
    for (const auto& front : starting_at(tokens, i)) places.push_back(front.read);
    if (only_the_first && !places.empty()) return;
  }
}

TermSequence::Fronts TermSequence::starting_at(const std::vector<Token>& tokens, std::size_t i) const {
  Fronts fronts;
  read_term(0, tokens, i, fronts);
  for (std::size_t term = 1; term < terms_.size() && !fronts.empty(); ++term) {
    Fronts further;
    for (const auto& front : fronts) {
      if (!is_behind(tokens, front.next, front.read)) continue;
      const auto known = further.size();
      read_term(term, tokens, front.next, further);
      for (auto n = known; n < further.size(); ++n) {
        further[n].read.begin = front.read.begin;
        further[n].read.first = front.read.first;
      }
    }
    // Ways that have met are one way from here on: as many as there are positions, however many terms.
    std::ranges::sort(further, {}, &Front::next);
    const auto met = std::ranges::unique(further, {}, &Front::next);
    further.erase(met.begin(), met.end());
    fronts = std::move(further);
  }
  return fronts;
}

void TermSequence::read_term(std::size_t term, const std::vector<Token>& tokens, std::size_t from,
                             Fronts& fronts) const {
  if (terms_[term].kind == TermKind::plain) read_form(terms_[term], tokens, from, fronts);
  else read_fitting(fitting_[term], tokens, from, fronts);
}

void TermSequence::read_form(const Term& term, const std::vector<Token>& tokens, std::size_t from,
                             Fronts& fronts) const {
  read_parts(term, tokens, from, fronts);
  if (const auto* token = form_at(tokens, from, term.joined))
    fronts.push_back(
        {next_position(tokens, from), {token->begin, token->end, token->position, token->position}});
}

void TermSequence::read_fitting(const FittingForms& fitting, const std::vector<Token>& tokens,
                                std::size_t from, Fronts& fronts) const {
  const auto next = next_position(tokens, from);
  for (auto at = from; at < next; ++at) {
    const auto& token = tokens[at];
    if (!fitting.contain(token.form)) continue;
    fronts.push_back({next, {token.begin, token.end, token.position, token.position}});
    return;
  }
}

void TermSequence::read_parts(const Term& term, const std::vector<Token>& tokens, std::size_t from,
                              Fronts& fronts) const {
  Place read{};
  for (const auto& forms : term.parts) {
    const bool is_first = &forms == &term.parts.front();
    const auto* token = is_first || is_behind(tokens, from, read) ? form_at(tokens, from, forms) : nullptr;
    if (!token) return;
    if (is_first) read = {token->begin, token->end, token->position, token->position};
    read.end = token->end;
    read.last = token->position;
    from = next_position(tokens, from);
  }
  fronts.push_back({from, read});
}

const Token* TermSequence::form_at(const std::vector<Token>& tokens, std::size_t i,
                                   const std::vector<std::string>& forms) const {
  if (forms.empty() || i >= tokens.size()) return nullptr;
  for (auto at = i; at < tokens.size() && tokens[at].position == tokens[i].position; ++at)
    if (std::ranges::find(forms, lexicon_.form(tokens[at].form)) != forms.end()) return &tokens[at];
  return nullptr;
}

}  // namespace morgue
