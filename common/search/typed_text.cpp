// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/typed_text.h"

#include <algorithm>
#include <array>

#include "common/text/characters.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

constexpr std::size_t most_words = 16;
constexpr std::array<std::string_view, 5> operators{"AND", "OR", "NOT", "NEAR", "ADJ"};
constexpr std::array<std::string_view, 6> spaced_operators{"w/", "W/", "pre/", "PRE/", "&&", "||"};
constexpr std::array<std::string_view, 17> signs{"\"", "“", "”", "„", "«", "»", "(", ")", "[",
                                                 "]",  "{", "}", ":", "=", "|", "~", "*"};

/// Where the last part of the text begins that holds only words.
std::size_t begin_of_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(' ', begin), text.size());
    const auto chunk = text.substr(begin, end - begin);
    if (is_operator(chunk)) words = end;
    else if (chunk.starts_with('-') || chunk.starts_with('+')) words = begin + 1;
    begin = end + 1;
  }
  for (const auto sign : signs)
    if (const auto at = text.rfind(sign); at != std::string_view::npos)
      words = std::max(words, at + sign.size());
  return std::min(words, text.size());
}

bool is_one_letter(std::string_view form) {
  std::size_t i = 0;
  const auto first = next_character(form, i);
  return i == form.size() && class_of(first) != CharacterClass::ideograph;
}

}  // namespace

bool is_operator(std::string_view chunk) {
  return std::ranges::find(operators, chunk.substr(0, chunk.find('/'))) != operators.end() ||
         std::ranges::any_of(spaced_operators, [&](auto each) { return chunk.starts_with(each); });
}

bool TypedText::can_be_completed() const {
  if (words.size() >= most_words || beginning.size() > longest_form_tried) return false;
  if (std::ranges::any_of(words, [](const auto& word) { return word.size() > longest_form_tried; }))
    return false;
  return !words.empty() || (!beginning.empty() && !is_one_letter(beginning));
}

TypedText read_typed(std::string_view text) {
  const auto typed = valid_utf8(text);
  const auto begin = begin_of_words(typed);
  const auto tail = std::string_view(typed).substr(begin);
  Lexicon lexicon;
  auto tokens = tokenize(tail, lexicon);
  std::erase_if(tokens, [](const Token& token) { return token.kind != TokenKind::word; });
  TypedText read{.words = {}, .beginning = {}, .before = typed};
  const bool is_under_way =
      !tokens.empty() && tail.substr(tokens.back().end).find(' ') == std::string_view::npos;
  if (is_under_way) {
    read.beginning = lexicon.form(tokens.back().form);
    read.before.resize(begin + tokens.back().begin);
    tokens.pop_back();
  }
  for (const auto& token : tokens) read.words.emplace_back(lexicon.form(token.form));
  return read;
}

}  // namespace morgue
