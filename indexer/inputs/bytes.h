// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an input, one after another, with the place of each; and the texts of lines and of whole JSON
// values cut from them, never holding more than a limit. Knows nothing of articles.
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/inputs/article_sink.h"

namespace morgue {

/// Follows the brackets of a JSON text, past strings.
class Nesting {
 public:
  void see(char);
  bool is_in_string() const { return is_in_string_; }
  std::size_t depth() const { return depth_; }
  std::size_t deepest() const { return deepest_; }

 private:
  bool is_in_string_ = false;
  bool is_escaped_ = false;
  std::size_t depth_ = 0;
  std::size_t deepest_ = 0;
};

/// Follows one JSON value to its end: the closing bracket or quote, or what comes after a bare word.
class ValueEnd {
 public:
  /// `first` is the value's first byte.
  explicit ValueEnd(int first) : is_bare_(first != '{' && first != '[' && first != '"') {}
  /// Whether the value ends before this byte, which is not to be seen then.
  bool is_before(char) const;
  void see(char c) { nesting_.see(c); }
  /// Whether the value has ended with the byte that was seen last.
  bool is_reached() const { return !is_bare_ && nesting_.depth() == 0 && !nesting_.is_in_string(); }
  bool is_bare() const { return is_bare_; }

 private:
  bool is_bare_;
  Nesting nesting_;
};

/// How a value begins.
struct Beginning {
  std::string_view text;
  bool is_complete = false;  // whether this is all of it
};

/// Of the value at the beginning of a text.
Beginning beginning_of_value(std::string_view text);

class Bytes {
 public:
  static constexpr int end = -1;

  /// `begin` is the place of the stream's first byte. A byte order mark at byte 0 is passed over.
  Bytes(std::istream& stream, Place begin);

  /// The next byte (0 to 255) or `end`.
  int peek() { return is_filled() ? static_cast<unsigned char>(buffer_[at_]) : end; }
  void skip();
  /// The bytes to come, without passing over them: so many, unless the end comes first. Valid until the next
  /// call.
  std::string_view ahead(std::size_t bytes);
  /// The value that begins here, without passing over it; of a longer one the first `limit` bytes. Valid
  /// until the next call.
  Beginning look_at_value(std::size_t limit);
  /// Spaces, tabs, line ends.
  void skip_blanks();

  /// To the end of the line, which is passed over and not part of the text.
  Piece take_line(std::size_t limit);
  /// From here to the end of the value that begins here: the closing bracket or quote, or the end of the
  /// input.
  Piece take_value(std::size_t limit);

  const Place& place() const { return place_; }
  /// Whether the end was not the end but a fault in reading.
  bool has_failed() const { return stream_.bad(); }
  /// Where the text taken last begins.
  const Place& last_begin() const { return last_begin_; }

 private:
  bool is_filled() { return at_ < filled_ || fill(); }
  bool fill();
  bool read_ahead();

  std::istream& stream_;
  Place place_;
  Place last_begin_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace morgue
