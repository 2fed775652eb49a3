// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/positions/position_code.h"

#include <utility>

namespace morgue {

namespace {

using schema::position_ranges;

/// The first of the field's ranges, and the one behind the last.
std::pair<std::size_t, std::size_t> ranges_of(Field field) {
  if (field == Field::any) return {0, schema::position_range_of(Field::author)};
  const std::size_t range = schema::position_range_of(field);
  return {range, range + 1};
}

}  // namespace

void append_position_code(std::string& to, const std::uint32_t* positions, std::size_t count) {
  std::size_t range = 0;
  std::uint32_t before = position_ranges[range].first - 1;
  for (std::size_t i = 0; i < count; ++i) {
    while (range + 1 < position_ranges.size() && positions[i] >= position_ranges[range + 1].first) {
      to.push_back('\0');
      before = position_ranges[++range].first - 1;
    }
    append_uint(to, positions[i] - before);
    before = positions[i];
  }
}

bool stands_in(Field field, std::string_view code) {
  const auto [first, end] = ranges_of(field);
  std::size_t range = 0;
  for (std::size_t at = 0; at < code.size() && range < end;) {
    if (code[at] == '\0') {
      ++range;
      ++at;
    } else {
      if (range >= first) return true;
      read_uint(code, at);
    }
  }
  return false;
}

void append_positions(std::vector<std::uint32_t>& to, std::string_view code, Field field) {
  const auto [first, end] = ranges_of(field);
  const std::size_t before = to.size();
  to.resize(before + code.size());
  std::uint32_t* behind = to.data() + before;
  std::size_t range = 0;
  std::uint32_t position = position_ranges[range].first - 1;
  for (std::size_t at = 0; at < code.size();) {
    const std::uint32_t gap = read_uint(code, at);
    if (gap == 0) {
      if (++range >= end) break;
      position = position_ranges[range].first - 1;
      continue;
    }
    position += gap;
    if (range >= first) *behind++ = position;
  }
  to.resize(static_cast<std::size_t>(behind - to.data()));
}

}  // namespace morgue
