// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/plan.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/index/guarded_query.h"
#include "common/index/schema.h"
#include "common/query/word_pattern.h"
#include "common/search/date_terms.h"
#include "common/search/position_queries.h"
#include "common/search/sure_queries.h"
#include "common/search/word_queries.h"
#include "common/search/xapian_queries.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

/// What of a plan without weights needs no verification.
Xapian::Query sure_of(const Plan& plan) { return plan.exact ? plan.query : plan.sure; }

class Planner {
 public:
  Planner(ArchiveReader& reader, Weighting weighting, const Expansions& expansions)
      : reader_(reader),
        expansions_(expansions),
        weighting_(weighting),
        words_(reader, weighting),
        positions_(words_, expansions),
        sure_(words_, positions_) {}

  Plan plan(const Node& node) {
    return std::visit([&](const auto& is) { return plan(is); }, node.is);
  }

 private:
  Plan plan(const Everything&) {
    return {.query = unweighted(everything()),
            .exact = true,
            .sure = {},
            .scores = false,
            .total = database_.get_doccount()};
  }
  Plan plan(const Nothing&) {
    return {.query = nothing(), .exact = true, .sure = {}, .scores = false, .total = 0};
  }

  Plan plan(const Value& value) {
    if (!value.pattern) return boolean(term_filter(reader_, schema::value_term(value.field, value.value)));
    const std::string prefix(schema::value_prefix(value.field));
    const std::string begin = prefix + value.value.substr(0, value.value.find('*'));
    std::vector<Xapian::Query> terms;
    for (auto term = database_.allterms_begin(begin); term != database_.allterms_end(begin); ++term)
      if (fits_value_pattern(value.value, std::string_view(*term).substr(prefix.size())))
        terms.push_back(term_filter(reader_, *term));
    return boolean(any_of(terms));
  }

  Plan plan(const Dated& dated) {
    if (dated.since) {
      const auto slot = dated.field == Field::added ? schema::added_slot : schema::date_slot;
      return boolean(Xapian::Query(Xapian::Query::OP_VALUE_GE, slot, schema::sortable(*dated.since)));
    }
    if (!dated.span) return boolean(term_filter(reader_, schema::undated_term()));
    std::vector<Xapian::Query> terms;
    for (const auto& term : date_terms(dated.field, *dated.span, database_))
      terms.push_back(term_filter(reader_, term));
    return boolean(any_of(terms));
  }

  Plan plan(const Word& word) {
    const Term& term = word.term;
    if (is_patterned(term)) return scored_by(positions_.phrase(word.field, {term}), word.field, {term});
    if (term.parts.size() == 1) return words_.any_form(word.field, term.parts.front());
    Plan plan = words_.any_form(word.field, term.joined);
    const Plan parts = this->plan(Phrase{word.field, {Term{.text = {}, .parts = term.parts, .joined = {}}}});
    plan.sure = any_of({sure_of(plan), sure_of(parts)});
    plan.query = Xapian::Query(Xapian::Query::OP_OR, plan.query, parts.query);
    plan.exact = plan.exact && parts.exact;
    plan.total.reset();
    plan.placed = parts.placed;
    return plan;
  }

  Plan plan(const Phrase& phrase) {
    return scored_by(positions_.phrase(phrase.field, phrase.terms), phrase.field, phrase.terms);
  }

  Plan plan(const Window& window) { return scored_by(positions_.window(window), window.field, window.terms); }

  Plan plan(const Literal& literal) {
    Lexicon lexicon;
    std::vector<Term> terms;
    std::vector<Xapian::Query> written;
    bool plain = literal.field == Field::any;
    // Authors have no written terms (schema.h).
    for (const Token& token : tokenize(literal.text, lexicon)) {
      if (token.kind != TokenKind::word) continue;
      const std::string_view slice =
          std::string_view(literal.text).substr(token.begin, token.end - token.begin);
      terms.push_back({.text = {}, .parts = {{std::string(lexicon.form(token.form))}}, .joined = {}});
      plain = plain && slice == literal.text && is_ascii_word(slice) && schema::has_written_term(slice);
      if (literal.field != Field::author && schema::has_written_term(slice))
        written.push_back(term_filter(reader_, schema::written_term(slice)));
    }
    Plan plan = terms_side_by_side(literal, terms);
    if (!written.empty()) plan.query = filtered(plan.query, all_of(written));
    plan = scored_by(plan, literal.field, terms);
    plan.exact = plain && terms.size() == 1;
    plan.sure = nothing();
    return plan;
  }

  Plan plan(const Near& near) {
    Plan plan = this->plan(And{near.sides});
    plan.sure = nothing();
    if (const auto by_positions = positions_.near(near)) {
      plan.query = filtered(plan.query, *by_positions);
      plan.exact = true;
    } else {
      plan.exact = false;
    }
    return plan;
  }

  Plan plan(const OneValue& one) {
    const bool before = std::exchange(within_one_value_, true);
    Plan plan = this->plan(one.child.front());
    within_one_value_ = before;
    plan.total.reset();
    const SureQuery sure = sure_.in_one_value(one);
    if (plan.exact && sure.finds_all && reader_.articles_with(schema::long_value_term()) == 0) {
      plan.query = filtered(plan.query, sure.query);
    } else {
      plan.exact = false;  // two or more leaves, which may be found in two values
      plan.sure = sure.query;
    }
    return plan;
  }

  Plan plan(const And& all) {
    Plan plan;
    std::vector<Xapian::Query> scored, filters, unwanted, sure, never_sure;
    for (const Node& child : all.children) {
      const auto* no = std::get_if<Not>(&child.is);
      const Plan part = no ? unscored(no->child.front()) : this->plan(child);
      plan.exact = plan.exact && part.exact && !(no && within_one_value_);
      if (no) {
        if (!within_one_value_) unwanted.push_back(sure_of(part));
        never_sure.push_back(part.query);
      } else {
        (part.scores ? scored : filters).push_back(part.query);
        sure.push_back(sure_of(part));
        plan.scores = plan.scores || part.scores;
      }
    }
    plan.query = conjunction(scored, filters);
    if (!unwanted.empty()) plan.query = without(plan.query, any_of(unwanted));
    plan.sure = without(conjunction({}, sure), any_of(never_sure));
    return plan;
  }

  Plan plan(const Or& any) {
    Plan plan;
    std::vector<Xapian::Query> queries, sure;
    for (const Node& child : any.children) {
      const Plan part = this->plan(child);
      queries.push_back(part.query);
      sure.push_back(sure_of(part));
      plan.exact = plan.exact && part.exact;
      plan.scores = plan.scores || part.scores;
    }
    plan.query = any_of(queries);
    plan.sure = any_of(sure);
    return plan;
  }

  Plan plan(const Not& no) {
    const Plan part = unscored(no.child.front());
    const bool exact = part.exact && !within_one_value_;
    return {.query = unweighted(within_one_value_ ? everything() : without(everything(), sure_of(part))),
            .exact = exact,
            .sure = without(everything(), part.query),
            .scores = false,
            .total = {}};
  }

  /// For what is only left out. With scored queries there Xapian 1.4.22 compares weights that it never set
  /// (valgrind shows it), and now and then excludes nothing.
  Plan unscored(const Node& node) const {
    Planner planner(reader_, Weighting::none, expansions_);
    planner.within_one_value_ = within_one_value_;
    return planner.plan(node);
  }

  static Plan boolean(const Xapian::Query& query) {
    return {.query = unweighted(query), .exact = true, .sure = {}, .scores = false, .total = {}};
  }

  /// A space in a literal also stands for the thin space inside a number (1 000), which is one word there.
  Plan terms_side_by_side(const Literal& literal, const std::vector<Term>& terms) {
    const auto is_number = [](const Term& term) {
      return std::ranges::all_of(term.parts.front().front(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (std::ranges::adjacent_find(
            terms, [&](const Term& a, const Term& b) { return is_number(a) && is_number(b); }) == terms.end())
      return positions_.phrase(literal.field, terms);
    Plan plan{.query = everything(), .exact = false, .sure = {}, .scores = false, .total = {}};
    for (const Term& term : terms) {
      if (is_number(term)) continue;
      Plan word = positions_.phrase(literal.field, {term});
      plan.query = filtered(plan.query, word.query);
      plan.placed.merge(word.placed);
    }
    plan.query = unweighted(plan.query);
    return plan;
  }

  static bool is_ascii_word(std::string_view slice) {
    return std::ranges::all_of(slice, [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
  }

  static Xapian::Query conjunction(const std::vector<Xapian::Query>& scored,
                                   const std::vector<Xapian::Query>& filters) {
    if (scored.empty()) return filters.empty() ? unweighted(everything()) : all_of(filters);
    return filters.empty() ? all_of(scored) : filtered(all_of(scored), all_of(filters));
  }

  /// What a filter by positions or forms finds, scored by the stems of its terms.
  Plan scored_by(Plan plan, Field field, const std::vector<Term>& terms) const {
    if (field == Field::author || weighting_ == Weighting::none || plan.query.empty()) return plan;
    std::vector<Xapian::Query> scores;
    for (const Term& term : terms) scores.push_back(words_.score_of(positions_.forms_of(term)));
    plan.query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, plan.query, any_of(scores));
    plan.scores = true;
    return plan;
  }

  ArchiveReader& reader_;
  const Expansions& expansions_;
  const Xapian::Database& database_ = reader_.database();
  Weighting weighting_;
  WordQueries words_;
  PositionQueries positions_;
  SureQueries sure_;
  bool within_one_value_ = false;
};

}  // namespace

Plan make_plan(const Node& tree, ArchiveReader& reader, Weighting weighting, const Expansions& expansions) {
  Plan plan = Planner(reader, weighting, expansions).plan(tree);
  if (plan.exact) plan.sure = nothing();
  else if (weighting == Weighting::scored)
    plan.sure = Planner(reader, Weighting::none, expansions).plan(tree).sure;
  return plan;
}

}  // namespace morgue
