// SPDX-License-Identifier: GPL-3.0-or-later
// Reads an input in blocks, counting lines and bytes. Knows nothing of articles.
#include "indexer/inputs/bytes.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace morgue {
namespace {

constexpr std::size_t block = 64 * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(int c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_a_bare_value(int c) { return c == Bytes::end || is_blank(c) || c == ',' || c == ']' || c == '}'; }

/// Adds to the piece until it is longer than the limit, then holds nothing of it.
void add(Piece& piece, std::string_view more, std::size_t limit) {
  if (piece.is_too_long) return;
  piece.is_too_long = piece.text.size() + more.size() > limit;
  if (piece.is_too_long) std::string().swap(piece.text);
  else piece.text += more;
}

}  // namespace

void Nesting::see(char c) {
  if (is_in_string_) {
    if (is_escaped_) is_escaped_ = false;
    else if (c == '\\') is_escaped_ = true;
    else if (c == '"') is_in_string_ = false;
  } else if (c == '"') {
    is_in_string_ = true;
  } else if (c == '{' || c == '[') {
    deepest_ = std::max(deepest_, ++depth_);
  } else if ((c == '}' || c == ']') && depth_ > 0) {
    --depth_;
  }
}

Bytes::Bytes(std::istream& stream, Place begin)
    : stream_(stream),
      start_(stream.tellg()),
      first_byte_(begin.byte),
      place_(std::move(begin)),
      buffer_(block) {
  const bool has_mark = place_.byte == 0 && is_filled() && filled_ >= byte_order_mark.size() &&
                        std::string_view(buffer_.data(), byte_order_mark.size()) == byte_order_mark;
  if (!has_mark) return;
  at_ = byte_order_mark.size();
  place_.byte = byte_order_mark.size();
}

bool Bytes::fill() {
  stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  filled_ = static_cast<std::size_t>(stream_.gcount());
  at_ = 0;
  return filled_ > 0;
}

void Bytes::skip() {
  if (!is_filled()) return;
  if (buffer_[at_] == '\n') ++place_.line;
  ++place_.byte;
  ++at_;
}

void Bytes::skip_blanks() {
  while (is_blank(peek())) skip();
}

Piece Bytes::take_line(std::size_t limit) {
  Piece line{place_, {}};
  while (is_filled()) {
    const char* from = buffer_.data() + at_;
    const auto* line_end = static_cast<const char*>(std::memchr(from, '\n', filled_ - at_));
    const std::size_t length = line_end ? static_cast<std::size_t>(line_end - from) : filled_ - at_;
    add(line, {from, length}, limit);
    at_ += length;
    place_.byte += length;
    if (line_end == nullptr) continue;
    skip();
    break;
  }
  return line;
}

Piece Bytes::take_value(std::size_t limit) {
  Piece value{place_, {}};
  Nesting nesting;
  const bool is_bare = peek() != '{' && peek() != '[' && peek() != '"';
  bool is_complete = false;
  while (!is_complete && is_filled()) {
    const std::size_t from = at_;
    while (!is_complete && at_ < filled_) {
      if (is_bare && ends_a_bare_value(peek())) {
        is_complete = true;
      } else {
        nesting.see(buffer_[at_]);
        skip();
        is_complete = !is_bare && nesting.depth() == 0 && !nesting.is_in_string();
      }
    }
    add(value, {buffer_.data() + from, at_ - from}, limit);
  }
  value.is_complete = is_complete || is_bare;
  return value;
}

bool Bytes::return_to(const Place& place) {
  if (start_ == -1) return false;
  stream_.clear();
  stream_.seekg(start_ + static_cast<std::streamoff>(place.byte - first_byte_));
  if (!stream_) return false;
  place_ = place;
  at_ = filled_ = 0;
  return true;
}

}  // namespace morgue
