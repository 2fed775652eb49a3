// SPDX-License-Identifier: GPL-3.0-or-later
// A search text that is still being typed: the words already there and the beginning of the one under way.
// Knows nothing of archives.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Only what stands after the last sign or operator of the query language counts, so that in
/// `ferry AND person:"sergei lav` "sergei" is typed and "lav" under way.
struct TypedText {
  std::vector<std::string> words;  // folded, complete
  std::string beginning;           // folded, of the last word; empty after a space
  std::string before;              // the text as typed up to `beginning`

  /// From two letters on, from one after a complete word or where each character is a word of its own; no
  /// more than sixteen words, none longer than the vocabulary has.
  bool can_be_completed() const;
};

TypedText read_typed(std::string_view text);

/// Whether the chunk, which has no spaces, is an operator of the query language.
bool is_operator(std::string_view chunk);

}  // namespace morgue
