// SPDX-License-Identifier: GPL-3.0-or-later
// Where a code point begins in UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

namespace morgue {

constexpr bool begins_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// The byte at which that many code points end; text.size() where there are fewer.
constexpr std::size_t byte_of(std::string_view text, std::size_t code_points) {
  std::size_t byte = 0;
  for (; byte < text.size(); ++byte)
    if (begins_a_code_point(text[byte]) && code_points-- == 0) break;
  return byte;
}

}  // namespace morgue
