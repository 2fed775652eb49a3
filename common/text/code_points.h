// SPDX-License-Identifier: GPL-3.0-or-later
// Where code points begin in UTF-8, and how many there are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace morgue {

constexpr bool begins_a_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

inline std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_a_code_point));
}

/// The byte at which that many code points end; text.size() where there are fewer.
constexpr std::size_t byte_of(std::string_view text, std::size_t code_points) {
  std::size_t byte = 0;
  for (; byte < text.size(); ++byte)
    if (begins_a_code_point(text[byte]) && code_points-- == 0) break;
  return byte;
}

}  // namespace morgue
