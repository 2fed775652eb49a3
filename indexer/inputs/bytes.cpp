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

bool ValueEnd::is_before(char c) const {
  return is_bare_ && (is_blank(static_cast<unsigned char>(c)) || c == ',' || c == ']' || c == '}');
}

Beginning beginning_of_value(std::string_view text) {
  ValueEnd end(text.empty() ? Bytes::end : static_cast<unsigned char>(text.front()));
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (end.is_before(text[i])) return {text.substr(0, i), true};
    end.see(text[i]);
    if (end.is_reached()) return {text.substr(0, i + 1), true};
  }
  return {text, end.is_bare()};
}

Bytes::Bytes(std::istream& stream, Place begin)
    : stream_(stream), place_(std::move(begin)), last_begin_(place_), buffer_(block) {
  const bool has_mark = place_.byte == 0 && is_filled() && filled_ >= byte_order_mark.size() &&
                        std::string_view(buffer_.data(), byte_order_mark.size()) == byte_order_mark;
  if (!has_mark) return;
  at_ = byte_order_mark.size();
  place_.byte = byte_order_mark.size();
}

bool Bytes::fill() {
  filled_ = at_ = 0;
  return read_ahead();
}

/// A block more behind what is there. The buffer grows when it is full of what was not passed over.
bool Bytes::read_ahead() {
  if (at_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
    filled_ -= at_;
    at_ = 0;
  }
  if (buffer_.size() - filled_ < block) buffer_.resize(std::max(buffer_.size() * 2, filled_ + block));
  stream_.read(buffer_.data() + filled_, block);
  filled_ += static_cast<std::size_t>(stream_.gcount());
  return stream_.gcount() > 0;
}

std::string_view Bytes::ahead(std::size_t bytes) {
  while (filled_ - at_ < bytes && read_ahead()) {
  }
  return {buffer_.data() + at_, std::min(filled_ - at_, bytes)};
}

Beginning Bytes::look_at_value(std::size_t limit) {
  ValueEnd value_end(peek());
  std::size_t length = 0;
  while (length < limit && (at_ + length < filled_ || read_ahead())) {
    const char c = buffer_[at_ + length];
    if (value_end.is_before(c)) return {{buffer_.data() + at_, length}, true};
    value_end.see(c);
    ++length;
    if (value_end.is_reached()) return {{buffer_.data() + at_, length}, true};
  }
  return {{buffer_.data() + at_, length}, value_end.is_bare() && length < limit};
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
  last_begin_ = place_;
  while (is_filled()) {
    const char* from = buffer_.data() + at_;
    const auto* line_end = static_cast<const char*>(std::memchr(from, '\n', filled_ - at_));
    const std::size_t length = line_end ? static_cast<std::size_t>(line_end - from) : filled_ - at_;
    add(line, {from, length}, limit);
    at_ += length;
    place_.byte += length;
    if (line_end == nullptr) continue;
    skip();
    return line;
  }
  line.is_complete = !has_failed();
  return line;
}

Piece Bytes::take_value(std::size_t limit) {
  Piece value{place_, {}};
  last_begin_ = place_;
  ValueEnd value_end(peek());
  bool is_complete = false;
  while (!is_complete && is_filled()) {
    const std::size_t from = at_;
    while (!is_complete && at_ < filled_) {
      is_complete = value_end.is_before(buffer_[at_]);
      if (is_complete) break;
      value_end.see(buffer_[at_]);
      skip();
      is_complete = value_end.is_reached();
    }
    add(value, {buffer_.data() + from, at_ - from}, limit);
  }
  value.is_complete = is_complete || (value_end.is_bare() && !has_failed());
  return value;
}

}  // namespace morgue
