// SPDX-License-Identifier: GPL-3.0-or-later
// Terms side by side in a text, in exact folded forms or as wildcards. Knows nothing of fields or trees.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/query/query.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"

namespace morgue {

/// Bytes [begin, end) of a text, and the positions of the first and the last word there.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Which forms of a lexicon a wildcard or fuzzy term fits, each found out once.
class FittingForms {
 public:
  /// Both must outlive this.
  FittingForms(const Term& term, const Lexicon& lexicon) : term_(term), lexicon_(lexicon) {}
  bool contain(FormId) const;

 private:
  const Term& term_;
  const Lexicon& lexicon_;
  mutable std::unordered_map<FormId, bool> known_;
};

/// Each term takes the positions of its parts, or one position where a joined form or a wildcard's stands.
class TermSequence {
 public:
  /// Both must outlive the sequence.
  TermSequence(std::span<const Term> terms, const Lexicon& lexicon);

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
  void read_term(std::size_t term, const std::vector<Token>& tokens, std::size_t from, Fronts&) const;
  void read_form(const Term&, const std::vector<Token>& tokens, std::size_t from, Fronts&) const;
  void read_fitting(const FittingForms&, const std::vector<Token>& tokens, std::size_t from, Fronts&) const;
  void read_parts(const Term&, const std::vector<Token>& tokens, std::size_t from, Fronts&) const;
  const Token* form_at(const std::vector<Token>& tokens, std::size_t i,
                       const std::vector<std::string>& forms) const;

  std::span<const Term> terms_;
  const Lexicon& lexicon_;
  std::vector<FittingForms> fitting_;  // by term
};

}  // namespace morgue
