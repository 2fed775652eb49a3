// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/glass_format.h"

#include <bit>

namespace morgue::glass {

void append_sortable(std::string& to, std::uint32_t number) {
  if (number < 0x8000) {
    to.push_back(static_cast<char>(number >> 8));
    to.push_back(static_cast<char>(number));
    return;
  }
  const int length = (37 - std::countl_zero(number)) / 7;
  const std::uint64_t marked = number | std::uint64_t{0xffu << (10 - length) & 0xffu} << (8 * (length - 1));
  for (int i = length - 1; i >= 0; --i) to.push_back(static_cast<char>(marked >> (8 * i)));
}

void append_sortable(std::string& to, std::string_view text) {
  for (const char byte : text) {
    to.push_back(byte);
    if (byte == '\0') to.push_back('\xff');
  }
}

}  // namespace morgue::glass
