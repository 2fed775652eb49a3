// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/word_queries.h"

#include <algorithm>

#include "common/article/analysed_article.h"
#include "common/index/guarded_query.h"
#include "common/index/schema.h"
#include "common/index/vocabulary.h"
#include "common/search/bm25.h"
#include "common/search/position_source.h"
#include "common/search/xapian_queries.h"

namespace morgue {
namespace {

constexpr std::size_t most_scored_forms = 50;  // of a wildcard: past the commonest forms a score says little

}  // namespace

WordQueries::WordQueries(ArchiveReader& reader, Weighting weighting)
    : reader_(reader), database_(reader.database()), weighting_(weighting) {
  for (const auto& language : reader.languages()) stemmers_.emplace_back(language, Stemmer(language));
}

const std::vector<std::string>& WordQueries::languages() const { return reader_.languages(); }

std::vector<std::string> WordQueries::stem_terms(const FormList& words) const {
  std::vector<std::string> terms;
  for (const auto& word : words)
    for (const auto& [language, stemmer] : stemmers_)
      terms.push_back(schema::stem_term(Field::any, language, stemmer.stem(word)));
  std::ranges::sort(terms);
  terms.erase(std::ranges::unique(terms).begin(), terms.end());
  return terms;
}

Plan WordQueries::any_form(Field field, const FormList& words) const {
  const auto anywhere = stem_terms(words);
  std::vector<Xapian::Query> narrowed;
  if (field != Field::any)
    for (const auto& word : words)
      for (const auto& [language, stemmer] : stemmers_) {
        const std::string stem = stemmer.stem(word);
        narrowed.push_back(in_field(field, [&](Field in) { return schema::stem_term(in, language, stem); }));
      }
  Plan plan;
  if (field == Field::author) {
    plan.query = unweighted(any_of(narrowed));
    return plan;
  }
  plan.query = one_word(anywhere);
  plan.scores = weighting_ == Weighting::scored;
  if (field == Field::any) plan.total = total_of(anywhere);
  else plan.query = filtered(plan.query, any_of(narrowed));
  return plan;
}

Xapian::Query WordQueries::forms_in(Field field, const FormList& forms) const {
  std::vector<Xapian::Query> queries;
  FormList in_lists;
  for (const auto& form : forms)
    if (!has_own_terms(field) && is_in_vocabulary(form)) in_lists.push_back(form);
    else queries.push_back(in_field(field, [&](Field in) { return schema::word_term(in, form); }));
  if (!in_lists.empty()) queries.push_back(query_of({field, {std::move(in_lists)}, Lie::anywhere, 0}));
  return unweighted(any_of(queries));
}

Xapian::Query WordQueries::score_of(const FormList& forms) const {
  if (weighting_ == Weighting::none) return nothing();
  FormList scored(forms.begin(),
                  forms.begin() + static_cast<std::ptrdiff_t>(std::min(forms.size(), most_scored_forms)));
  return one_word(stem_terms(scored));
}

/// The articles with the term in the field. In the body: those that have it anywhere but not in title or
/// people, and those with a term of the body's own (schema.h).
template <class TermOf>
Xapian::Query WordQueries::in_field(Field field, const TermOf& term_of) const {
  const auto query = [&](Field in) { return term_filter(reader_, term_of(in)); };
  if (field != Field::body) return query(field);
  const Xapian::Query outside(Xapian::Query::OP_OR, query(Field::title), query(Field::person));
  return Xapian::Query(Xapian::Query::OP_OR, without(query(Field::any), outside), query(Field::body));
}

Xapian::doccount WordQueries::frequency_of(const FormList& words) const {
  Xapian::doccount frequency = 0;
  for (const auto& term : stem_terms(words)) frequency += reader_.articles_with(term);
  return std::min(frequency, database_.get_doccount());
}

std::optional<double> WordQueries::factor_of(const FormList& words) const {
  auto terms = stem_terms(words);
  std::erase_if(terms, [&](const auto& term) { return reader_.articles_with(term) == 0; });
  if (terms.size() != 1) return std::nullopt;
  return word_factor(database_.get_doccount(), reader_.articles_with(terms.front()),
                     static_cast<double>(reader_.occurrences_of(terms.front())));
}

/// One word under several terms: scored as one where scores are asked for.
Xapian::Query WordQueries::one_word(const std::vector<std::string>& terms) const {
  std::vector<Xapian::Query> queries;
  double frequency = 0, occurrences = 0;
  for (const auto& term : terms) {
    const auto found = reader_.articles_with(term);
    if (found == 0) continue;
    frequency += found;
    occurrences += static_cast<double>(reader_.occurrences_of(term));
    queries.push_back(weighting_ == Weighting::scored ? Xapian::Query(term) : term_filter(reader_, term));
  }
  if (queries.empty()) return nothing();
  if (weighting_ == Weighting::none) return any_of(queries);
  const auto word = queries.size() == 1
                        ? queries.front()
                        : Xapian::Query(Xapian::Query::OP_SYNONYM, queries.begin(), queries.end());
  const double articles = database_.get_doccount();
  return {Xapian::Query::OP_SCALE_WEIGHT, word,
          word_factor(articles, std::min(frequency, articles), occurrences)};
}

std::optional<std::uint64_t> WordQueries::total_of(const std::vector<std::string>& terms) const {
  std::vector<std::uint64_t> found;
  for (const auto& term : terms)
    if (const auto frequency = reader_.articles_with(term); frequency > 0) found.push_back(frequency);
  if (found.size() > 1) return std::nullopt;
  return found.empty() ? 0 : found.front();
}

Xapian::Query WordQueries::in_language(const std::string& language) const {
  const auto declared = [&](const std::string& name) {
    return term_filter(reader_, schema::value_term(Field::lang, compared_value(Field::lang, name)));
  };
  if (!language.empty()) return declared(language);
  std::vector<Xapian::Query> others;
  for (const auto& other : languages())
    if (!other.empty()) others.push_back(declared(other));
  return without(everything(), any_of(others));
}

FormList WordQueries::forms_of(const std::string& language, const std::string& word) const {
  const auto stemmer = std::ranges::find(stemmers_, language,
                                         [](const auto& each) -> const std::string& { return each.first; });
  return reader_.forms_of(language, stemmer->second.stem(word));
}

}  // namespace morgue
