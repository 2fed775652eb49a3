// SPDX-License-Identifier: GPL-3.0-or-later
// Answers by ICU's properties of characters.
#include "indexer/pages/page_text.h"

#include <unicode/uchar.h>

#include "common/text/characters.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t long_enough = 80;  // no menu entry, caption or headline is often longer
constexpr std::size_t words_of_a_sentence = 6;

bool is_space(UChar32 c) { return u_isUWhiteSpace(c) || u_iscntrl(c) != 0; }
bool is_zero_width(UChar32 c) { return c == 0x200B || c == 0x2060 || c == 0xFEFF; }

bool closes(UChar32 c) {
  switch (u_charType(c)) {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_INITIAL_PUNCTUATION: return true;
    default: return c == '"' || c == '\'' || is_space(c);
  }
}

std::string_view without_signs_at_the_ends(std::string_view text) {
  std::size_t first = text.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!u_isalnum(next_character(text, at))) continue;
    first = std::min(first, begin);
    last = at;
  }
  return first < last ? text.substr(first, last - first) : std::string_view();
}

}  // namespace

std::string collapsed(std::string_view text) {
  std::string result;
  bool is_gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const UChar32 c = next_character(text, at);
    if (is_zero_width(c)) continue;
    if (is_space(c)) {
      is_gap = true;
      continue;
    }
    if (is_gap && !result.empty()) result += ' ';
    is_gap = false;
    result.append(text.substr(begin, at - begin));
  }
  return result;
}

std::string line_key(std::string_view text) {
  const auto folded = fold_value(text);
  const auto core = without_signs_at_the_ends(folded);
  return core.empty() ? folded : std::string(core);
}

std::size_t weight_of(std::string_view text) {
  std::size_t weight = 0;
  for (std::size_t at = 0; at < text.size();)
    weight += class_of(next_character(text, at)) == CharacterClass::ideograph ? 2 : 1;
  return weight;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = text.find_first_not_of(" \n\t", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n\t", begin), text.size());
    words.push_back(text.substr(begin, at - begin));
  }
  return words;
}

bool ends_a_sentence(std::string_view text) {
  UChar32 last = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_character(text, at);
    if (!closes(c)) last = c;
  }
  return last == 0x2026 || u_hasBinaryProperty(last, UCHAR_S_TERM);
}

bool is_paragraph(std::string_view text) {
  const auto weight = weight_of(text);
  if (weight >= long_enough) return true;
  if (!ends_a_sentence(text)) return false;
  return words_of(text).size() >= words_of_a_sentence || (weight >= long_enough / 2);
}

bool begins_as_a_name(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const UChar32 c = next_character(text, at);
    if (u_isalpha(c)) return !u_islower(c);
  }
  return false;
}

}  // namespace morgue
