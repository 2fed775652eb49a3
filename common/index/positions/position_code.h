// SPDX-License-Identifier: GPL-3.0-or-later
// Where a word stands in one article, as bytes: for each range of schema::position_ranges the gaps between
// its positions there, the first counted from before the range, each as an unsigned number; a zero byte goes
// on to the next range. Knows nothing of words and articles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"
#include "common/index/uint_code.h"

namespace morgue {

inline constexpr std::size_t longest_position_code = 8;  // bytes, of one position

/// Of one position at the beginning of such a buffer; gives the place behind.
inline char* put_position_code(char* to, std::uint32_t position) {
  std::size_t range = 0;
  for (; range + 1 < schema::position_ranges.size() && position >= schema::position_ranges[range + 1].first;
       ++range)
    *to++ = '\0';
  return put_uint(to, position - schema::position_ranges[range].first + 1);
}

/// Positions must increase.
void append_position_code(std::string& to, const std::uint32_t* positions, std::size_t count);

/// Whether there are positions in the field; of Field::any in title, body or people. Throws Error(storage).
bool stands_in(Field, std::string_view code);

/// The positions in the field, appended: of Field::any those in title, body and people. Throws
/// Error(storage).
void append_positions(std::vector<std::uint32_t>& to, std::string_view code, Field field);

}  // namespace morgue
