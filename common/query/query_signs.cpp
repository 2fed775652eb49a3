// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of a query's text: which of them are space, quotes and letters. Knows nothing of words.
#include "common/query/query_signs.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace morgue {
namespace {

constexpr std::array<std::u32string_view, 4> quote_families{U"\"“”„＂", U"«»", U"「」", U"『』"};

char32_t code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(text.data(), i, static_cast<std::int32_t>(text.size()), code);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(code);
}

bool is_thin_space(char32_t c) { return c == U'\u2009' || c == U'\u202F'; }

void append(std::string& text, char32_t code) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, static_cast<UChar32>(code));
  text.append(bytes.data(), static_cast<std::size_t>(length));
}

}  // namespace

std::string to_text(const Signs& signs) {
  std::string text;
  for (const auto& sign : signs) append(text, sign.code);
  return text;
}

bool is_one_of(std::u32string_view signs, char32_t c) { return signs.find(c) != std::u32string_view::npos; }

bool is_double_quote(char32_t c) {
  for (const auto family : quote_families)
    if (is_one_of(family, c)) return true;
  return false;
}

bool is_letter(char32_t c) { return u_isUAlphabetic(static_cast<UChar32>(c)); }
bool is_white_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }

char32_t Cursor::peek() const {
  std::size_t at = at_;
  return at_end() ? 0 : code_point(text_, at);
}

char32_t Cursor::second() const {
  std::size_t at = at_;
  if (at_end()) return 0;
  code_point(text_, at);
  return at < text_.size() ? code_point(text_, at) : 0;
}

char32_t Cursor::before() const {
  auto i = static_cast<std::int32_t>(at_);
  if (i == 0) return 0;
  U8_BACK_1(reinterpret_cast<const std::uint8_t*>(text_.data()), 0, i);
  auto at = static_cast<std::size_t>(i);
  return code_point(text_, at);
}

char32_t Cursor::take() { return code_point(text_, at_); }

Sign Cursor::take_sign() {
  const char32_t code = take();
  if (code != U'\\' || at_end()) return {code};
  return {take(), true};
}

bool Cursor::at_space() const {
  const char32_t here = peek();
  if (at_end() || !is_white_space(here)) return false;
  return !(is_thin_space(here) && is_digit(before()) && is_digit(second()));
}

bool Cursor::is_after_space() const { return at_ > 0 && is_white_space(before()); }

bool Cursor::at_quote() const { return !at_end() && is_double_quote(peek()); }

bool Cursor::at_opening_quote() const {
  if (!at_quote()) return false;
  const char32_t previous = before();
  return at_ == 0 || is_after_space() || is_one_of(U"(:=-+|", previous);
}

bool Cursor::at_closing_quote(char32_t opening) const {
  if (!at_quote()) return false;
  for (const auto family : quote_families)
    if (is_one_of(family, opening) && !is_one_of(family, peek())) return false;
  Cursor next = *this;
  next.take();
  return next.at_end() || next.at_space() || is_one_of(U")|~^", next.peek());
}

}  // namespace morgue
