// SPDX-License-Identifier: GPL-3.0-or-later
// Explanation: how a request was understood and how an archive would answer it, without searching. Knows
// nothing of who asks or how it is shown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/query/query.h"
#include "common/query/query_parser.h"

namespace morgue {

/// A term of the index by which a part of the query is looked for.
struct IndexTerm {
  std::string part;  // the part of the query, in canonical notation
  std::string term;  // as the index spells it; "": no article has one, or every article has it
  std::uint64_t articles = 0;
  bool operator==(const IndexTerm&) const = default;
};

struct Form {
  std::string form;
  std::uint64_t articles = 0;  // with the form in title, body or people
  bool operator==(const Form&) const = default;
};

/// What a wildcard or fuzzy word of the query stands for in this archive.
struct Expansion {
  std::string word;         // in canonical notation: "harb*", "lavrow~1"
  std::vector<Form> forms;  // most articles first, ties alphabetical
  bool cut = false;         // there are more; these are searched
  bool operator==(const Expansion&) const = default;
};

/// A part of the query that is decided on the text of each article that might match.
struct VerifiedPart {
  std::string part;  // in canonical notation
  std::string why;   // what the index cannot tell of it
  bool operator==(const VerifiedPart&) const = default;
};

struct Explanation {
  std::string text;
  std::string understood;
  std::vector<Warning> warnings;
  Node tree{Everything{}};  // of the query and the request's other parameters: what articles are held against
  std::vector<IndexTerm> terms;  // forms of the expansions are not repeated here
  std::vector<Expansion> expansions;
  std::vector<VerifiedPart> verified;  // none: the index alone decides
  bool scored = false;                 // false: nothing gives a score, so relevance is newest first
  std::optional<std::uint64_t> total;  // where the index knows it without a search
  std::uint64_t articles = 0;          // in the archive
  std::string generation;
};

}  // namespace morgue
