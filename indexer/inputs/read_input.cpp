// SPDX-License-Identifier: GPL-3.0-or-later
// Opens inputs, and tells JSON Lines, JSON documents and pages by their beginning where the name does not
// say.
#include "indexer/inputs/read_input.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <sstream>
#include <system_error>

#include "indexer/inputs/article_text.h"
#include "indexer/inputs/json_document.h"
#include "indexer/inputs/json_lines.h"
#include "indexer/inputs/page_document.h"

namespace morgue {
namespace {

/// An object that goes on in its first line. A document would end the line after the bracket.
bool looks_like_json_lines(std::string_view text) {
  return text.starts_with('{') && text.find('\n') != text.find_first_not_of(" \t\r", 1);
}

void read_by_content(Bytes& bytes, ArticleSink& sink) {
  if (looks_like_a_page(bytes.ahead())) return read_page(bytes, PageKind::by_content, sink);
  bytes.skip_blanks();
  if (!looks_like_json_lines(bytes.ahead())) return read_json_document(bytes, sink);
  const auto first = bytes.take_line(longest_article);
  bytes.skip_blanks();
  if (bytes.peek() == Bytes::end && !first.is_too_long) {  // a lone line may be a wrapper
    std::istringstream stream(first.text);
    Bytes line(stream, first.begin);
    return read_json_document(line, sink);
  }
  sink.take_text(first);
  read_json_lines(bytes, sink);
}

void read_as(InputKind kind, Bytes& bytes, ArticleSink& sink) {
  switch (kind) {
    case InputKind::json: return read_json_document(bytes, sink);
    case InputKind::json_lines: return read_json_lines(bytes, sink);
    case InputKind::html: return read_page(bytes, PageKind::html, sink);
    case InputKind::text:
    case InputKind::by_content: return read_by_content(bytes, sink);
  }
}

std::string last_error() { return std::generic_category().message(errno); }

}  // namespace

std::uint64_t read_stream(std::istream& stream, const std::string& input, InputKind kind, ArticleSink& sink) {
  Bytes bytes(stream, {input, 1, 0});
  read_as(kind, bytes, sink);
  if (bytes.has_failed()) sink.reject(unreadable(input, last_error()));
  return bytes.place().byte;
}

std::uint64_t read_input(const InputFile& file, ArticleSink& sink) {
  const auto name = file.path.string();
  if (name == "-") return read_stream(std::cin, name, file.kind, sink);
  std::ifstream stream(file.path, std::ios::binary);
  if (stream) return read_stream(stream, name, file.kind, sink);
  sink.reject(unreadable(name, last_error()));
  return 0;
}

}  // namespace morgue
