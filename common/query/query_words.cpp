// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the words of a query before anything is parsed.
#include "common/query/query_words.h"

#include <algorithm>
#include <array>

#include "common/query/query_operators.h"
#include "common/query/query_signs.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

/// Words too common to be told from the acronym by their context.
constexpr std::array<std::string_view, 12> common_words{"aids", "am", "cop", "he",   "ice", "is",
                                                        "it",   "me", "pm",  "salt", "us",  "who"};

/// At most so many bytes, and no code point cut through.
std::string_view beginning_of(std::string_view text, std::size_t bytes) {
  const auto continues = [&] { return (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80; };
  if (text.size() <= bytes) return text;
  while (bytes > 0 && continues()) --bytes;
  return text.substr(0, bytes);
}

/// The last space in the text, if the end stands within a chunk.
std::size_t end_of_last_chunk(std::string_view text, std::size_t end) {
  Cursor cursor(text);
  cursor.move_to(end);
  if (cursor.at_end() || cursor.at_space()) return end;
  std::size_t space = end;
  for (cursor.move_to(0); cursor.at() < end; cursor.take())
    if (cursor.at_space()) space = cursor.at();
  return space;
}

}  // namespace

std::size_t end_of_words_taken(std::string_view text, Lexicon& lexicon) {
  const auto beginning = beginning_of(text, most_query_bytes);
  const bool cut = beginning.size() < text.size();
  std::size_t words = 0, end = 0;
  for (const auto& token : tokenize(beginning, lexicon)) {
    if (token.kind != TokenKind::word) continue;
    if (cut && token.end == beginning.size()) break;  // perhaps not whole
    if (!operator_named(beginning.substr(token.begin, token.end - token.begin))) ++words;
    if (words > most_query_words) return end_of_last_chunk(text, end);
    end = token.end;
  }
  return cut ? end_of_last_chunk(text, end) : text.size();
}

std::optional<Acronym> acronym_like_a_word(std::string_view written) {
  std::string letters(written);
  std::erase(letters, '.');
  const bool capitals = std::ranges::all_of(letters, [](char c) { return 'A' <= c && c <= 'Z'; });
  const auto word = fold(letters);
  if (!capitals || !std::ranges::count(common_words, std::string_view(word))) return std::nullopt;
  std::string dotted;
  for (const char c : letters) dotted += {c, '.'};
  return Acronym{word, "=\"" + letters + "\" OR =\"" + dotted + "\""};
}

std::string without_outer_space(std::string_view text) {
  constexpr std::string_view space = " \t\r\n\v\f";
  const auto begin = text.find_first_not_of(space);
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(space) - begin + 1));
}

}  // namespace morgue
