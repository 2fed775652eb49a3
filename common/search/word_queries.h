// SPDX-License-Identifier: GPL-3.0-or-later
// Words as Xapian's queries: by stem or by form, anywhere or in one field. Knows nothing of how words lie or
// of trees.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/search/plan.h"
#include "common/text/stemmer.h"

namespace morgue {

using FormList = std::vector<std::string>;

class WordQueries {
 public:
  WordQueries(ArchiveReader&, Weighting);

  /// The articles with any form of one of the words in the field, scored as one word; exact.
  Plan any_form(Field, const FormList& words) const;

  /// The articles with one of the forms, as it is, in the field; exact, without a score.
  Xapian::Query forms_in(Field, const FormList& forms) const;

  /// The score of the forms' stems, for what is found by other terms; nothing where no scores are asked for.
  Xapian::Query score_of(const FormList& forms) const;

  /// The number of articles with any form of one of the words anywhere; for several stems a little too high.
  Xapian::doccount frequency_of(const FormList& words) const;

  /// By what one of the words, anywhere, scores more than BM25 says; nullopt where it has several stems.
  std::optional<double> factor_of(const FormList& words) const;

  /// Stem languages of the archive; "" is always among them.
  const std::vector<std::string>& languages() const;
  /// The articles stemmed in the language.
  Xapian::Query in_language(const std::string& language) const;
  /// The folded forms that were seen with the word's stem in the language.
  FormList forms_of(const std::string& language, const std::string& word) const;

 private:
  std::vector<std::string> stem_terms(const FormList& words) const;
  template <class TermOf>
  Xapian::Query in_field(Field, const TermOf&) const;
  Xapian::Query one_word(const std::vector<std::string>& terms) const;
  std::optional<std::uint64_t> total_of(const std::vector<std::string>& terms) const;

  ArchiveReader& reader_;
  const Xapian::Database& database_;
  Weighting weighting_;
  std::vector<std::pair<std::string, Stemmer>> stemmers_;
};

}  // namespace morgue
