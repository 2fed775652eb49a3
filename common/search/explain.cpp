// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/explain.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "common/index/schema.h"
#include "common/index/vocabulary.h"
#include "common/query/query_text.h"
#include "common/query/word_pattern.h"
#include "common/search/plan.h"
#include "common/search/verified_parts.h"

namespace morgue {
namespace {

void for_each_leaf(const Node& node, const std::function<void(const Node&)>& take) {
  const auto each = [&](const std::vector<Node>& children) {
    for (const Node& child : children) for_each_leaf(child, take);
  };
  std::visit(overloaded{
                 [&](const And& all) { each(all.children); },
                 [&](const Or& any) { each(any.children); },
                 [&](const Not& no) { each(no.child); },
                 [&](const Near& near) { each(near.sides); },
                 [&](const OneValue& one) { each(one.child); },
                 [](const Everything&) {},
                 [](const Nothing&) {},
                 [&](const auto&) { take(node); },
             },
             node.is);
}

std::vector<Term> patterned_terms(const Node& leaf) {
  std::vector<Term> terms;
  std::visit(overloaded{
                 [&](const Word& word) { terms = {word.term}; },
                 [&](const Phrase& phrase) { terms = phrase.terms; },
                 [&](const Window& window) { terms = window.terms; },
                 [](const auto&) {},
             },
             leaf.is);
  std::erase_if(terms, [](const Term& term) { return !is_patterned(term); });
  return terms;
}

class Explainer {
 public:
  Explainer(ArchiveReader& reader, const Expansions& expansions)
      : reader_(reader), database_(reader.database()), expansions_(expansions) {}

  std::vector<IndexTerm> terms(const Node& tree) const {
    std::vector<IndexTerm> terms;
    for_each_leaf(tree, [&](const Node& leaf) {
      for (auto& term : terms_of(leaf))
        if (std::ranges::find(terms, term) == terms.end()) terms.push_back(std::move(term));
    });
    return terms;
  }

  std::vector<Expansion> expansions(const Node& tree) const {
    std::vector<Expansion> all;
    std::set<std::string> known;
    for_each_leaf(tree, [&](const Node& leaf) {
      for (const Term& term : patterned_terms(leaf))
        if (auto expansion = expansion_of(term); known.insert(expansion.word).second)
          all.push_back(std::move(expansion));
    });
    return all;
  }

 private:
  // A word is planned with its score, which keeps the term of a word that every article has.
  std::vector<IndexTerm> terms_of(const Node& leaf) const {
    const auto patterned = patterned_terms(leaf);
    const bool is_word = std::holds_alternative<Word>(leaf.is) && patterned.empty();
    const Plan plan = make_plan(leaf, reader_, is_word ? Weighting::scored : Weighting::none, expansions_);
    const Xapian::Query& query = plan.query;
    std::set<std::string> asked = plan.placed;
    asked.insert(query.get_unique_terms_begin(), query.get_terms_end());
    const std::string part = query_text(leaf);
    const auto forms = terms_of_forms(patterned);
    std::vector<IndexTerm> terms;
    for (const auto& term : asked)
      if (!forms.contains(term)) terms.push_back({part, term, articles_with(term)});
    if (terms.empty() && patterned.empty() && !asks_a_moment(leaf))
      terms.push_back({part, "", query.empty() ? 0 : database_.get_doccount()});
    return terms;
  }

  Xapian::doccount articles_with(const std::string& term) const {
    return is_form_of_vocabulary(term) ? reader_.articles_with_word(term).articles
                                       : database_.get_termfreq(term);
  }

  static bool asks_a_moment(const Node& leaf) {
    const auto* dated = std::get_if<Dated>(&leaf.is);
    return dated && dated->since;
  }

  std::set<std::string> terms_of_forms(const std::vector<Term>& patterned) const {
    std::set<std::string> terms;
    for (const Term& term : patterned)
      for (const auto& form : expansions_.of(term))
        for (const Field field : {Field::any, Field::title, Field::body, Field::person, Field::author})
          terms.insert(schema::word_term(field, form));
    return terms;
  }

  Expansion expansion_of(const Term& term) const {
    Expansion expansion{
        .word = query_text({Word{Field::any, term}}), .forms = {}, .cut = term.kept.has_value()};
    for (const auto& form : expansions_.of(term))
      expansion.forms.push_back({form, reader_.articles_with_word(form).articles});
    std::ranges::stable_sort(expansion.forms, std::greater(), &Form::articles);
    return expansion;
  }

  ArchiveReader& reader_;
  const Xapian::Database& database_;
  const Expansions& expansions_;
};

}  // namespace

Explanation explain(Node tree, ArchiveReader& reader, const Expansions& expansions) {
  const Plan plan = make_plan(tree, reader, Weighting::scored, expansions);
  const Explainer explainer(reader, expansions);
  Explanation explanation;
  explanation.terms = explainer.terms(tree);
  explanation.expansions = explainer.expansions(tree);
  explanation.verified = verified_parts(tree, reader, expansions);
  explanation.scored = plan.scores;
  explanation.total = plan.total;
  explanation.articles = reader.database().get_doccount();
  explanation.generation = reader.generation();
  explanation.tree = std::move(tree);
  return explanation;
}

}  // namespace morgue
