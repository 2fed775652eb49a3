// SPDX-License-Identifier: GPL-3.0-or-later
// The marks * ? ~ ^ / of a chunk or a quotation, told apart from its text. Knows nothing of words.
#pragma once

#include <string>
#include <vector>

#include "common/query/query_signs.h"

namespace morgue {

enum class MarkKind { any_letters, one_letter, fuzzy };

struct Mark {
  MarkKind kind;
  std::size_t at;           // the byte of the text where it stood
  std::string number = {};  // of ~: "2", "" without one
};

struct MarkedText {
  std::string text = {};         // without quotes, escapes and marks
  std::vector<Mark> marks = {};  // in order
  std::string value = {};        // the text as a whole value: with * ? ~ as they stand
  bool has_star = false;         // an unescaped *
  std::string dropped = {};      // marks that mean nothing, as written
};

/// Of a chunk: * anywhere, ? between letters, ~n at the end; ^n there and /…/ around it mean nothing.
MarkedText marked_chunk(const Signs&);
/// Of a quotation: * anywhere, ? between letters, ~n where a word ends.
MarkedText marked_quotation(const Signs&);

/// What ~5 asks for: a number, a very large one as the largest that is taken; "" or "0.8" is none.
std::size_t number_of(const std::string& digits, std::size_t otherwise);
inline constexpr std::size_t largest_number = 1'000'000'000;

}  // namespace morgue
