// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases, windows and nearness as rules on positions. What those cannot express is asked for as a superset.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/query/query.h"
#include "common/search/expansions.h"
#include "common/search/position_source.h"
#include "common/search/word_queries.h"

namespace morgue {

/// Whether words that are one of these forms and one of those can stand at one position: the parts of a
/// compound and the whole, an elided rest.
bool can_stand_together(const FormList&, const FormList&);

class PositionQueries {
 public:
  PositionQueries(const WordQueries& words, const Expansions& expansions)
      : words_(words), expansions_(expansions) {}

  /// Filters without a score; `exact` says whether they find no more than the leaf.
  Plan phrase(Field, const std::vector<Term>& terms) const;
  Plan window(const Window&) const;
  /// nullopt: no rule on the positions of two words says the same.
  std::optional<Xapian::Query> near(const Near&) const;

  /// Words that lie as the rule says, without a score.
  Xapian::Query lying(const PositionRule&) const;

  /// The forms that a term has at its first position.
  FormList forms_of(const Term&) const;

 private:
  /// The choice of forms at each of some consecutive positions; an empty choice is any word.
  using Writing = std::vector<FormList>;
  /// What stands at one position: words in any form, or forms as they are.
  struct Side {
    FormList stemmed;
    FormList exact;
  };

  std::vector<Writing> writings_of(const std::vector<Term>& terms) const;
  std::vector<Writing> writings_of(const Term&) const;
  Xapian::Query side_by_side(Field, const Writing&) const;
  static void add_terms(Plan&, Field, const Writing&);
  std::vector<FormList> beginnings_of(const Term&) const;
  Xapian::Query all_words(Field, const std::vector<Term>& terms) const;
  std::optional<Side> side_of(const Node&) const;
  FormList forms_of(const Side&, const std::string& language) const;
  Xapian::Query near(const Near&, const FormList& left, const FormList& right) const;

  const WordQueries& words_;
  const Expansions& expansions_;
};

}  // namespace morgue
