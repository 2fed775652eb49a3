// SPDX-License-Identifier: GPL-3.0-or-later
// How a written chunk becomes terms: its words, and its compounds as one. Knows nothing of operators or
// fields.
#pragma once

#include <string_view>
#include <vector>

#include "common/query/query.h"
#include "common/text/lexicon.h"

namespace morgue {

/// A term and the bytes of the text in which it stands.
struct PlacedTerm {
  Term term;
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<PlacedTerm> placed_terms_of(std::string_view text, Lexicon& lexicon);

/// In order; empty for a text without a word. Each term's text gives the same term again.
std::vector<Term> terms_of(std::string_view text, Lexicon& lexicon);

}  // namespace morgue
