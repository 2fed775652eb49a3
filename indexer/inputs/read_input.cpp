// SPDX-License-Identifier: GPL-3.0-or-later
// Opens inputs, and tells JSON Lines, JSON documents and pages by their beginning where the name does not
// say.
#include "indexer/inputs/read_input.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

#include "indexer/inputs/decoded_stream.h"
#include "indexer/inputs/json_document.h"
#include "indexer/inputs/json_lines.h"
#include "indexer/inputs/page_document.h"
#include "indexer/inputs/unreadable_kinds.h"
#include "indexer/inputs/wrapper.h"

namespace morgue {
namespace {

/// Whether each line is a value: the first one is, or the second begins as one. A document ends its first
/// line somewhere inside, or is all in one.
bool looks_like_json_lines(std::string_view text, const ArticleSink& sink) {
  constexpr std::string_view blanks = " \t\r\n";
  if (!text.starts_with('{')) return false;
  const auto line_end = text.find('\n');
  if (line_end == std::string_view::npos)
    return text.size() == longest_look && !wrapper_of(beginning_of_value(text), sink);
  const auto second = text.find_first_not_of(blanks, line_end);
  if (second == std::string_view::npos) return false;
  const bool goes_on =
      std::string_view(",[{:").find(text[text.find_last_not_of(blanks, line_end)]) != std::string_view::npos;
  return beginning_of_value(text.substr(0, line_end)).is_complete || (text[second] == '{' && !goes_on);
}

void read_json(Bytes& bytes, ArticleSink& sink) {
  bytes.skip_blanks();
  if (looks_like_json_lines(bytes.ahead(longest_look), sink)) read_json_lines(bytes, sink);
  else read_json_document(bytes, sink);
}

void read_by_content(Bytes& bytes, ArticleSink& sink) {
  if (looks_like_a_page(bytes.ahead(longest_look))) read_page(bytes, PageKind::by_content, sink);
  else read_json(bytes, sink);
}

/// Text, as its name says, unless it begins as JSON does.
void read_text(Bytes& bytes, ArticleSink& sink) {
  const auto beginning = bytes.ahead(longest_look);
  const auto first = beginning.find_first_not_of(" \t\r\n");
  const bool may_be_json =
      first == std::string_view::npos || beginning[first] == '{' || beginning[first] == '[';
  if (may_be_json) read_by_content(bytes, sink);
  else read_page(bytes, PageKind::by_content, sink);
}

void read_as(InputKind kind, Bytes& bytes, ArticleSink& sink) {
  switch (kind) {
    case InputKind::json_lines: return read_json_lines(bytes, sink);
    case InputKind::html: return read_page(bytes, PageKind::html, sink);
    case InputKind::json: return read_json(bytes, sink);
    case InputKind::text: return read_text(bytes, sink);
    case InputKind::by_content: return read_by_content(bytes, sink);
  }
}

std::string last_error() { return std::generic_category().message(errno); }

/// What the rest of an input is not read for.
Fault fault_of(const DecodedStream& stream, const Place& place) {
  if (stream.fault().empty()) return unreadable(place.input, last_error());
  return {place, "", "damaged", stream.fault() + "; what is before it was read",
          "get the file again, or unpack it with a tool that mends"};
}

}  // namespace

std::uint64_t read_stream(std::istream& raw, const std::string& input, InputKind kind, ArticleSink& sink) {
  errno = 0;
  DecodedStream stream(raw);
  const bool is_page = kind == InputKind::html || kind == InputKind::text;
  const auto fault = fault_of_kind(stream.beginning(), input);
  if (fault && !(is_page && fault->code == "bad_encoding")) {  // a page may be in any encoding
    sink.reject(*fault);
    return 0;
  }
  Bytes bytes(stream, {input, 1, 0});
  read_as(kind, bytes, sink);
  if (bytes.has_failed()) sink.reject(fault_of(stream, bytes.last_begin()));
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
