// SPDX-License-Identifier: GPL-3.0-or-later
// What a code point is to the tokenizer. Knows nothing of words.
#pragma once

#include <unicode/utypes.h>

#include <array>
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

extern const std::array<CharacterClass, 128> classes_of_ascii;

UChar32 next_character_beyond_ascii(std::string_view text, std::size_t& i);
CharacterClass class_beyond_ascii(UChar32);

/// The code point that begins at byte i, U+FFFD for an invalid sequence; i moves past it. i < text.size().
inline UChar32 next_character(std::string_view text, std::size_t& i) {
  const auto first = static_cast<unsigned char>(text[i]);
  if (first >= 0x80) return next_character_beyond_ascii(text, i);
  ++i;
  return first;
}

inline CharacterClass class_of(UChar32 c) {
  return c < 0x80 ? classes_of_ascii[static_cast<std::size_t>(c)] : class_beyond_ascii(c);
}

/// Whether the text is letters and their marks and nothing else; so is "".
bool has_only_letters(std::string_view);

}  // namespace morgue
