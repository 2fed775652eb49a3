// SPDX-License-Identifier: GPL-3.0-or-later
// What a name shows by its form alone: endings, particles, initials, surnames that stand first. Knows nothing
// of the text around it.
#pragma once

#include <span>

#include "common/people/written_words.h"

namespace morgue {

/// Neither an initial nor a particle nor a suffix.
bool is_full_word(const WrittenWord& word);
/// The words of a name of which that holds.
std::size_t full_words(std::span<const WrittenWord> name);

/// Li Ka-shing, Kim Jong Un: a surname first, then a given name of two syllables.
bool has_surname_first(std::span<const WrittenWord> name);
/// Li Peng too, which is sure only where something else speaks for it.
bool may_have_surname_first(std::span<const WrittenWord> name);

/// Whether the form alone tells a person: a known given name before a surname, J. Lee Everett, Roger B.
/// Smith, Hans von Ohain, an ending as in Petrosyan, a surname first. `begins_sentence`: a capital there says
/// nothing.
bool looks_like_a_person(std::span<const WrittenWord> name, bool begins_sentence);

}  // namespace morgue
