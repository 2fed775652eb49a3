// SPDX-License-Identifier: GPL-3.0-or-later
// Written words: a text's words as names need them, with their case and what stands before them. Initials
// keep their dots, compounds their hyphens, O'Brien its apostrophe. Knows nothing of names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/people/word_kinds.h"

namespace morgue {

enum class Case : std::uint8_t {
  small,
  capital,   // a capital first, small letters behind
  capitals,  // two letters or more, no small one
  initial,   // J or J. or J.K.
  number,
};

enum class Gap : std::uint8_t { space, comma, other, sentence };

struct WrittenWord {
  std::string_view text;    // without a possessive 's and, but for initials and abbreviations, without a dot
  std::uint32_t begin = 0;  // bytes
  Kinds known = 0;          // of words that do not begin small
  Case written = Case::small;
  Gap before = Gap::sentence;
  bool closes = false;       // a possessive or a "-led" ends the name here
  bool after_quote = false;  // a quotation opens or closes before it
  bool in_ticker = false;    // "<" stands before it, as before a share's sign
  bool behind_ampersand = false;
  bool in_bracket = false;  // "(" stands before it

  /// Most words are small and nobody asks; those are looked up when somebody does.
  Kinds kinds() const { return written == Case::small ? kinds_of(text) : known; }
};

/// In order. The text must be valid UTF-8 and shorter than 4 GiB.
std::vector<WrittenWord> written_words(std::string_view text);

}  // namespace morgue
