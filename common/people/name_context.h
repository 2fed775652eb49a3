// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around a name and speaks for a person or against one. Knows nothing of the name itself.
#pragma once

#include <span>

#include "common/people/written_words.h"

namespace morgue {

/// Words [begin, end) of a field.
struct WordRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t size() const { return end - begin; }
};

class NameContext {
 public:
  explicit NameContext(std::span<const WrittenWord> words) : words_(words) {}

  /// "spokesman X", "CEO X": a role right before, which is no part of a run of capitals.
  bool has_role_before(WordRange) const;
  /// "X said", "said X".
  bool speaks(WordRange) const;
  /// It speaks, has something or does something: "X's", "X resigned".
  bool acts(WordRange) const;
  /// "X, a teacher from Leith", "X, who", "X, 42,", "the club's chairman, X, said".
  bool has_apposition(WordRange) const;
  /// "X (born 1950)", "X (1928-1987)", "X (34)", "X (Austria)".
  bool has_life_in_brackets(WordRange) const;
  /// "X was born", "X died": what firms and bodies do not do.
  bool does_what_persons_do(WordRange) const;
  /// "X, Y", "X and Y", where the second range begins with Y.
  bool are_listed(WordRange, WordRange) const;
  /// Whether the first pronoun soon after is he or she, and not it or they.
  bool is_he_or_she(WordRange) const;
  /// "the president of France X", "ambassador to Kabul X", where the range begins with the place.
  bool is_office_of_a_place(WordRange) const;

  /// "X and Co", "X <XYZ>", "X & Y".
  bool is_called_a_firm(WordRange) const;
  /// "X analyst": X is whose analyst, not who.
  bool belongs_to_a_role(WordRange) const;
  /// "in X", "X, Utah".
  bool is_used_as_a_place(WordRange) const;

 private:
  bool has_apposition_behind(std::size_t end) const;
  bool has_apposition_before(WordRange) const;
  const WrittenWord* at(std::size_t i) const { return i < words_.size() ? &words_[i] : nullptr; }
  const WrittenWord* before(std::size_t i) const { return i > 0 ? &words_[i - 1] : nullptr; }

  std::span<const WrittenWord> words_;
};

}  // namespace morgue
