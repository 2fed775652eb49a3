// SPDX-License-Identifier: GPL-3.0-or-later
// Terms side by side in a text, in exact folded forms. Knows nothing of fields or trees.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/query/query.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"

namespace morgue {

/// Bytes [begin, end) of a text.
struct Place {
  std::uint32_t begin;
  std::uint32_t end;
};

/// Each term takes the positions of its parts, or one position where a joined form stands.
class TermSequence {
 public:
  /// Both must outlive the sequence.
  TermSequence(std::span<const Term> terms, const Lexicon& lexicon) : terms_(terms), lexicon_(lexicon) {}

  /// Adds each occurrence: from the first token's begin to the last one's end.
  void find(const std::vector<Token>& tokens, bool only_the_first, std::vector<Place>& places) const;

 private:
  /// What has been read, and the index of the token at which reading goes on.
  struct Front {
    std::size_t next;
    Place read;
  };
  using Fronts = std::vector<Front>;

  Fronts starting_at(const std::vector<Token>& tokens, std::size_t i) const;
  void read_term(const Term&, const std::vector<Token>& tokens, std::size_t from, Fronts&) const;
  void read_parts(const Term&, const std::vector<Token>& tokens, std::size_t from, Fronts&) const;
  const Token* form_at(const std::vector<Token>& tokens, std::size_t i,
                       const std::vector<std::string>& forms) const;

  std::span<const Term> terms_;
  const Lexicon& lexicon_;
};

}  // namespace morgue
