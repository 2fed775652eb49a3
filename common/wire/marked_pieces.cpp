// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the text of a highlight by code points. Knows no markup.
#include "common/wire/marked_pieces.h"

#include <cstddef>

namespace morgue {
namespace {

/// Walks over UTF-8 from its beginning, counting code points.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  /// The text from here to the code point, or to the end; empty when that lies behind.
  std::string_view until(std::size_t code_point) {
    const auto begin = byte_;
    for (; code_point_ < code_point && byte_ < text_.size(); ++code_point_) step();
    return text_.substr(begin, byte_ - begin);
  }

  std::string_view rest() const { return text_.substr(byte_); }

 private:
  void step() {
    do {
      ++byte_;
    } while (byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0) == 0x80);
  }

  std::string_view text_;
  std::size_t byte_ = 0;
  std::size_t code_point_ = 0;
};

void append(std::vector<Piece>& pieces, std::string_view text, bool marked) {
  if (!text.empty()) pieces.push_back({text, marked});
}

}  // namespace

std::vector<Piece> marked_pieces(const Highlight& highlight) {
  std::vector<Piece> pieces;
  Walk walk(highlight.text);
  for (const auto& [begin, end] : highlight.ranges) {
    append(pieces, walk.until(begin), false);
    append(pieces, walk.until(end), true);
  }
  append(pieces, walk.rest(), false);
  return pieces;
}

}  // namespace morgue
