// SPDX-License-Identifier: GPL-3.0-or-later
// How a chunk or quotation with its marks becomes terms: wildcards, words with letters wrong, and which marks
// cannot be followed. Knows nothing of operators or fields.
#pragma once

#include <string>
#include <vector>

#include "common/query/query.h"
#include "common/query/query_marks.h"
#include "common/text/lexicon.h"

namespace morgue {

struct TermRepair {
  std::string code;
  std::string message;
  bool operator==(const TermRepair&) const = default;
};

struct MarkedTerms {
  std::vector<Term> terms;
  std::vector<TermRepair> repairs;
};

/// A mark applies to the word at which it stands, or to the last one before it. A compound (F-1*) is its
/// joined form with the mark.
MarkedTerms terms_of_chunk(const MarkedText&, Lexicon&);
/// A * by itself is any one word, and nothing at the ends; a compound with a mark is its parts, one by one.
MarkedTerms terms_of_quotation(const MarkedText&, Lexicon&);

}  // namespace morgue
