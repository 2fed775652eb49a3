// SPDX-License-Identifier: GPL-3.0-or-later
// What a code point is to the tokenizer. Knows nothing of words.
#pragma once

#include <unicode/utypes.h>

#include <cstdint>
#include <string_view>

namespace morgue {

enum class CharacterClass : std::uint8_t {
  other,
  letter,
  digit,
  ideograph,  // Han, Kana, Thai, Lao, Khmer, Burmese: every user-perceived character is a word
  mark,
  invisible,  // vanishes inside a word: soft hyphen, joiners, direction marks, tatweel
  apostrophe,
  hyphen,
  dot,
  comma,
  thin_space,
  ampersand,
};

/// The code point that begins at byte i, U+FFFD for an invalid sequence; i moves past it. i < text.size().
UChar32 next_character(std::string_view text, std::size_t& i);

CharacterClass class_of(UChar32);

}  // namespace morgue
