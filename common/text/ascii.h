// SPDX-License-Identifier: GPL-3.0-or-later
// Classes of the characters of ASCII, for tags, codes and other text that is written in it.
#pragma once

namespace morgue {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace morgue
