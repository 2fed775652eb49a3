// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/plan.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/index/guarded_query.h"
#include "common/index/schema.h"
#include "common/search/date_terms.h"
#include "common/text/stemmer.h"

namespace morgue {
namespace {

constexpr std::size_t most_writings =
    64;  // of one phrase; past that its words are asked for and the text decides

Xapian::Query everything() { return Xapian::Query(std::string()); }
Xapian::Query nothing() { return Xapian::Query(); }

Xapian::Query unweighted(const Xapian::Query& query) {
  return query.empty() ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

Xapian::Query any_of(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
  return Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
}

/// One way of writing a phrase: the forms at its consecutive positions, each a choice of forms.
using Writing = std::vector<std::vector<std::string>>;

class Planner {
 public:
  Planner(ArchiveReader& reader, Weighting weighting) : database_(reader.database()), weighting_(weighting) {
    for (const auto& language : reader.languages()) stemmers_.emplace_back(language, Stemmer(language));
  }

  Plan plan(const Node& node) {
    return std::visit([&](const auto& is) { return plan(is); }, node.is);
  }

 private:
  Plan plan(const Everything&) {
    return {
        .query = unweighted(everything()), .exact = true, .scores = false, .total = database_.get_doccount()};
  }
  Plan plan(const Nothing&) { return {.query = nothing(), .exact = true, .scores = false, .total = 0}; }

  Plan plan(const Value& value) {
    return boolean(term_filter(database_, schema::value_term(value.field, value.value)));
  }

  Plan plan(const Dated& dated) {
    if (!dated.span) return boolean(term_filter(database_, schema::undated_term()));
    std::vector<Xapian::Query> terms;
    for (const auto& term : date_terms(dated.field, *dated.span, database_))
      terms.push_back(term_filter(database_, term));
    return boolean(any_of(terms));
  }

  Plan plan(const Word& word) {
    const Term& term = word.term;
    std::vector<std::string> stemmed = term.joined;
    if (term.parts.size() == 1) stemmed = term.parts.front();
    Plan plan = any_form(word.field, stemmed);
    if (term.parts.size() == 1) return plan;
    const Plan parts = phrase(word.field, {{term.parts}});
    plan.query = Xapian::Query(Xapian::Query::OP_OR, plan.query, parts.query);
    plan.exact = plan.exact && parts.exact;
    plan.total.reset();
    return plan;
  }

  Plan plan(const Phrase& is) {
    auto writings = writings_of(is.terms);
    if (writings.size() > most_writings) return words_of(is);
    return phrase(is.field, writings);
  }

  Plan plan(const OneValue& one) {
    const bool before = std::exchange(within_one_value_, true);
    Plan plan = this->plan(one.child.front());
    within_one_value_ = before;
    plan.exact = plan.exact && is_leaf(one.child.front());
    plan.total.reset();
    return plan;
  }

  Plan plan(const And& all) {
    Plan plan;
    std::vector<Xapian::Query> scored, filters, unwanted;
    for (const Node& child : all.children) {
      const auto* no = std::get_if<Not>(&child.is);
      const Plan part = no ? unscored(no->child.front()) : this->plan(child);
      plan.exact = plan.exact && part.exact && !(no && within_one_value_);
      if (no) {
        if (part.exact && !within_one_value_) unwanted.push_back(part.query);
      } else {
        (part.scores ? scored : filters).push_back(part.query);
        plan.scores = plan.scores || part.scores;
      }
    }
    plan.query = conjunction(scored, filters);
    if (!unwanted.empty())
      plan.query = Xapian::Query(Xapian::Query::OP_AND_NOT, plan.query, any_of(unwanted));
    return plan;
  }

  Plan plan(const Or& any) {
    Plan plan;
    std::vector<Xapian::Query> queries;
    for (const Node& child : any.children) {
      const Plan part = this->plan(child);
      queries.push_back(part.query);
      plan.exact = plan.exact && part.exact;
      plan.scores = plan.scores || part.scores;
    }
    plan.query = any_of(queries);
    return plan;
  }

  Plan plan(const Not& no) {
    const Plan part = unscored(no.child.front());
    const bool exact = part.exact && !within_one_value_;
    Plan plan{.query = everything(), .exact = exact, .scores = false, .total = {}};
    if (exact) plan.query = Xapian::Query(Xapian::Query::OP_AND_NOT, plan.query, part.query);
    plan.query = unweighted(plan.query);
    return plan;
  }

  static bool is_leaf(const Node& node) {
    return std::holds_alternative<Word>(node.is) || std::holds_alternative<Phrase>(node.is);
  }

  /// For what is only left out. With scored queries there Xapian 1.4.22 compares weights that it never set
  /// (valgrind shows it), and now and then excludes nothing.
  Plan unscored(const Node& node) {
    const Weighting before = std::exchange(weighting_, Weighting::none);
    Plan part = plan(node);
    weighting_ = before;
    return part;
  }

  static Plan boolean(const Xapian::Query& query) {
    return {.query = unweighted(query), .exact = true, .scores = false, .total = {}};
  }

  static Xapian::Query conjunction(const std::vector<Xapian::Query>& scored,
                                   const std::vector<Xapian::Query>& filters) {
    const Xapian::Query filter(Xapian::Query::OP_AND, filters.begin(), filters.end());
    if (scored.empty()) return filters.empty() ? unweighted(everything()) : filter;
    const Xapian::Query query(Xapian::Query::OP_AND, scored.begin(), scored.end());
    return filters.empty() ? query : filtered(query, filter);
  }

  Plan any_form(Field field, const std::vector<std::string>& forms) {
    std::vector<std::string> anywhere;  // stem terms over all fields
    std::vector<Xapian::Query> in_field;
    for (const auto& form : forms)
      for (const auto& [language, stemmer] : stemmers_) {
        const std::string stem = stemmer.stem(form);
        anywhere.push_back(schema::stem_term(Field::any, language, stem));
        if (field != Field::any) in_field.push_back(stem_in(field, language, stem));
      }
    if (field == Field::author) return boolean(any_of(in_field));
    Plan plan{
        .query = weighted(anywhere), .exact = true, .scores = weighting_ == Weighting::scored, .total = {}};
    if (field != Field::any) plan.query = filtered(plan.query, any_of(in_field));
    else plan.total = total_of(anywhere);
    return plan;
  }

  /// The articles with the stem in the field. In the body: those that have it anywhere but not in title or
  /// people, and those with a term of the body's own (schema.h).
  Xapian::Query stem_in(Field field, const std::string& language, const std::string& stem) {
    const auto term = [&](Field in) { return term_filter(database_, schema::stem_term(in, language, stem)); };
    if (field != Field::body) return term(field);
    const Xapian::Query outside(Xapian::Query::OP_OR, term(Field::title), term(Field::person));
    return Xapian::Query(Xapian::Query::OP_OR,
                         Xapian::Query(Xapian::Query::OP_AND_NOT, term(Field::any), outside),
                         term(Field::body));
  }

  /// One word under several terms: scored as one where scores are asked for.
  Xapian::Query weighted(const std::vector<std::string>& terms) {
    std::vector<Xapian::Query> queries;
    for (const auto& term : terms) {
      if (!database_.term_exists(term)) continue;
      queries.push_back(weighting_ == Weighting::scored ? Xapian::Query(term) : term_filter(database_, term));
    }
    if (queries.size() < 2) return queries.empty() ? nothing() : queries.front();
    const auto op = weighting_ == Weighting::scored ? Xapian::Query::OP_SYNONYM : Xapian::Query::OP_OR;
    return Xapian::Query(op, queries.begin(), queries.end());
  }

  std::optional<std::uint64_t> total_of(const std::vector<std::string>& terms) {
    std::vector<std::uint64_t> found;
    for (const auto& term : terms)
      if (const auto frequency = database_.get_termfreq(term); frequency > 0) found.push_back(frequency);
    if (found.size() > 1) return std::nullopt;
    return found.empty() ? 0 : found.front();
  }

  /// Every way in which the terms can stand in a text: each compound in its parts or joined.
  static std::vector<Writing> writings_of(const std::vector<Term>& terms) {
    std::vector<Writing> writings{{}};
    for (const Term& term : terms) {
      std::vector<Writing> longer;
      for (const Writing& writing : writings) {
        Writing in_parts = writing;
        in_parts.insert(in_parts.end(), term.parts.begin(), term.parts.end());
        longer.push_back(std::move(in_parts));
        if (term.joined.empty()) continue;
        Writing joined = writing;
        joined.push_back(term.joined);
        longer.push_back(std::move(joined));
      }
      writings = std::move(longer);
      if (writings.size() > most_writings) break;
    }
    return writings;
  }

  Plan phrase(Field field, const std::vector<Writing>& writings) {
    // A phrase in the body is asked of all fields, in which it may also stand in the title or a name.
    const Field asked = field == Field::body ? Field::any : field;
    std::vector<Xapian::Query> queries;
    for (const Writing& writing : writings) queries.push_back(side_by_side(asked, writing));
    const Xapian::Query positions = any_of(queries);
    Plan plan{.query = positions, .exact = field != Field::body, .scores = false, .total = {}};
    if (field == Field::author || weighting_ == Weighting::none) {
      plan.query = unweighted(positions);
      return plan;
    }
    std::vector<Xapian::Query> scored;
    for (const Writing& writing : writings)
      for (const auto& forms : writing) scored.push_back(any_form(Field::any, forms).query);
    plan.query = Xapian::Query(Xapian::Query::OP_AND_MAYBE, unweighted(positions), any_of(scored));
    plan.scores = true;
    return plan;
  }

  Xapian::Query side_by_side(Field field, const Writing& writing) {
    std::vector<Xapian::Query> words;
    for (const auto& forms : writing) {
      std::vector<Xapian::Query> choices;
      for (const auto& form : forms) {
        const std::string term = schema::word_term(field, form);
        choices.push_back(writing.size() == 1 ? term_filter(database_, term) : Xapian::Query(term));
      }
      words.push_back(any_of(choices));
    }
    return words.size() == 1
               ? words.front()
               : Xapian::Query(Xapian::Query::OP_PHRASE, words.begin(), words.end(), words.size());
  }

  /// Where a phrase has too many writings: all its words, the text decides on the rest.
  Plan words_of(const Phrase& phrase_of) {
    And all;
    for (const Term& term : phrase_of.terms) all.children.push_back({Phrase{phrase_of.field, {term}}});
    Plan plan = this->plan(all);
    plan.exact = false;
    return plan;
  }

  Xapian::Database& database_;
  Weighting weighting_;
  std::vector<std::pair<std::string, Stemmer>> stemmers_;
  bool within_one_value_ = false;
};

}  // namespace

Plan make_plan(const Node& tree, ArchiveReader& reader, Weighting weighting) {
  return Planner(reader, weighting).plan(tree);
}

}  // namespace morgue
