// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json_string.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>

namespace morgue {
namespace {

constexpr std::uint64_t each(unsigned char byte) { return 0x0101010101010101u * byte; }

/// Whether eight bytes are ASCII without a control, a quote or a backslash; sometimes no where they are.
bool are_plain(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  const auto has_zero = [](std::uint64_t number) { return (number - each(1)) & ~number; };
  const std::uint64_t special =
      eight | (eight - each(0x20)) | has_zero(eight ^ each('"')) | has_zero(eight ^ each('\\'));
  return (special & each(0x80)) == 0;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

std::size_t end_of_plain(std::string_view text, std::size_t i) {
  while (i + 8 <= text.size() && are_plain(text.data() + i)) i += 8;
  while (i < text.size() && is_plain(text[i])) ++i;
  return i;
}

void append_escaped(std::string& to, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (c) {
    case '"': to += "\\\""; return;
    case '\\': to += "\\\\"; return;
    case '\b': to += "\\b"; return;
    case '\f': to += "\\f"; return;
    case '\n': to += "\\n"; return;
    case '\r': to += "\\r"; return;
    case '\t': to += "\\t"; return;
    default:
      to += "\\u00";
      to += digits[static_cast<unsigned char>(c) >> 4];
      to += digits[static_cast<unsigned char>(c) & 15];
  }
}

}  // namespace

void append_json_string(std::string& to, std::string_view text) {
  to += '"';
  std::size_t written = 0;
  for (std::size_t i = end_of_plain(text, 0); i < text.size(); i = end_of_plain(text, i)) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      to.append(text, written, i - written);
      append_escaped(to, text[i]);
      written = ++i;
      continue;
    }
    UChar32 character = 0;
    U8_NEXT(text.data(), i, text.size(), character);
    if (character < 0) static_cast<void>(nlohmann::json(text).dump());  // throws
  }
  to.append(text, written);
  to += '"';
}

}  // namespace morgue
