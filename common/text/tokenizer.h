// SPDX-License-Identifier: GPL-3.0-or-later
// The tokenizer: what is a word, for the index, the query and the highlight alike. Knows nothing of articles.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/lexicon.h"
#include "common/text/wanted_forms.h"

namespace morgue {

enum class TokenKind : std::uint8_t {
  word,    // a word or a part of a compound; words never overlap, and each has a position of its own
  elided,  // the rest after l' d' qu' …, at its word's position
  joined,  // a compound (hyphens, letter-digit seams) as one, at its first part's position
};

/// Slice [begin, end) in bytes of the text; its fold_word is the token's form.
struct Token {
  FormId form;
  std::uint32_t position;  // 0, 1, 2 … over the text
  std::uint32_t begin;
  std::uint32_t end;
  TokenKind kind;
  bool operator==(const Token&) const = default;
};

/// In order of position; at one position the word first, then its elided form, then the joined forms.
/// The text must be valid UTF-8 and shorter than 4 GiB.
std::vector<Token> tokenize(std::string_view text, Lexicon& lexicon);

/// The same, appended.
void tokenize(std::string_view text, Lexicon& lexicon, std::vector<Token>& tokens);

/// Appends at least those of the tokens whose forms are wanted; they have the positions they have among all.
/// Takes a fraction of the time, and the lexicon hardly grows.
void tokenize(std::string_view text, const WantedForms&, Lexicon& lexicon, std::vector<Token>& tokens);

}  // namespace morgue
