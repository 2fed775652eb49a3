// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of a query's text: which of them are space, quotes and letters. Knows nothing of words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// One code point; a literal one stood behind a backslash.
struct Sign {
  char32_t code = 0;
  bool literal = false;
  bool operator==(const Sign&) const = default;
};
using Signs = std::vector<Sign>;

std::string to_text(const Signs&);

/// A place in valid UTF-8 that moves by code points.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  std::size_t at() const { return at_; }
  void move_to(std::size_t byte) { at_ = byte; }

  /// 0 at the end or before the start.
  char32_t peek() const;
  char32_t before() const;
  char32_t second() const;
  char32_t take();
  /// The next sign; after a backslash the one behind it, literally.
  Sign take_sign();
  bool starts_with(std::string_view prefix) const { return text_.substr(at_).starts_with(prefix); }

  /// White space here, but for a thin space between digits.
  bool at_space() const;
  bool is_after_space() const;
  bool at_quote() const;
  /// A double quote opens after start, space or one of ( : = - + |
  bool at_opening_quote() const;
  /// A quote of the opening one's family closes before end, space, ) | ~ or ^
  bool at_closing_quote(char32_t opening) const;

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_one_of(std::u32string_view signs, char32_t);
bool is_double_quote(char32_t);
bool is_letter(char32_t);
bool is_white_space(char32_t);
bool is_digit(char32_t);

}  // namespace morgue
