// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/known_terms.h"

#include "common/index/schema.h"
#include "common/index/stem_forms.h"

namespace morgue {
namespace {

constexpr std::size_t most_terms = 10'000;  // some 2 MB

}  // namespace

KnownTerms::Known& KnownTerms::of(const std::string& term) {
  if (terms_.size() >= most_terms) terms_.clear();
  return terms_[term];
}

Xapian::doccount KnownTerms::articles(const Xapian::Database& database, const std::string& term) {
  Known& known = of(term);
  if (!known.articles) known.articles = database.get_termfreq(term);
  return *known.articles;
}

WordCount KnownTerms::word(Shards shards, const Xapian::Database& database, const std::string& form) {
  if (!is_in_vocabulary(form))
    return {.articles = articles(database, schema::word_term(Field::any, form)), .by_authors_alone = 0};
  if (vocabulary_.empty())
    for (const auto& shard : shards) vocabulary_.emplace_back(shard);
  WordCount count;
  for (auto& counts : vocabulary_) count += counts.of(form);
  return count;
}

Xapian::termcount KnownTerms::occurrences(const Xapian::Database& database, const std::string& term) {
  Known& known = of(term);
  if (!known.occurrences) known.occurrences = database.get_collection_freq(term);
  return *known.occurrences;
}

std::vector<std::string> KnownTerms::forms(const Xapian::Database& database, std::string_view language,
                                           std::string_view stem) {
  Known& known = of(schema::stem_term(Field::any, language, stem));
  if (!known.forms) known.forms = forms_of_stem(database, language, stem);
  return *known.forms;
}

}  // namespace morgue
