// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/word_table.h"

#include <bit>

#include "common/text/short_texts.h"

namespace morgue {
namespace {

/// Of the first bytes: enough for words. Never 0.
std::uint32_t fingerprint_of(std::string_view word) {
  if (word.empty()) return 1;
  return static_cast<std::uint32_t>(ShortText(word.substr(0, ShortText::longest)).hash()) | 1U;
}

}  // namespace

WordTable::WordTable(std::size_t most_words)
    : fingerprints_(std::bit_ceil(most_words * 2)), entries_(fingerprints_.size()) {}

std::size_t WordTable::slot_of(std::string_view word, std::uint32_t fingerprint) const {
  const std::size_t mask = fingerprints_.size() - 1;
  std::size_t slot = (fingerprint >> 1U) & mask;
  while (fingerprints_[slot] != 0 && (fingerprints_[slot] != fingerprint || entries_[slot].word != word))
    slot = (slot + 1) & mask;
  return slot;
}

void WordTable::add(std::string_view word, std::uint32_t kind) {
  const auto fingerprint = fingerprint_of(word);
  const auto slot = slot_of(word, fingerprint);
  fingerprints_[slot] = fingerprint;
  entries_[slot].word = word;
  entries_[slot].kinds |= kind;
}

std::uint32_t WordTable::kinds_of(std::string_view word) const {
  const auto slot = slot_of(word, fingerprint_of(word));
  return fingerprints_[slot] == 0 ? 0 : entries_[slot].kinds;
}

}  // namespace morgue
