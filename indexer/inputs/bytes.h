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

class Bytes {
 public:
  static constexpr int end = -1;

  /// `begin` is the place of the stream's first byte. A byte order mark at byte 0 is passed over.
  Bytes(std::istream& stream, Place begin);

  /// The next byte (0 to 255) or `end`.
  int peek() { return is_filled() ? static_cast<unsigned char>(buffer_[at_]) : end; }
  void skip();
  /// What is already read of the bytes to come; something, unless this is the end.
  std::string_view ahead() {
    return is_filled() ? std::string_view(buffer_.data() + at_, filled_ - at_) : "";
  }
  /// Spaces, tabs, line ends.
  void skip_blanks();

  /// To the end of the line, which is passed over and not part of the text.
  Piece take_line(std::size_t limit);
  /// From here to the end of the value that begins here: the closing bracket or quote, or the end of the
  /// input.
  Piece take_value(std::size_t limit);

  const Place& place() const { return place_; }
  /// Goes back to a place seen before. False for a stream that cannot.
  bool return_to(const Place&);
  /// Whether the end was not the end but a fault in reading.
  bool has_failed() const { return stream_.bad(); }

 private:
  bool is_filled() { return at_ < filled_ || fill(); }
  bool fill();

  std::istream& stream_;
  std::streamoff start_;  // where the stream stands at first_byte_; -1 for one that cannot go back
  std::uint64_t first_byte_;
  Place place_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
};

}  // namespace morgue
