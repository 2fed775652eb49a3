// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers as bytes, 7 bits each, the lowest first; the top bit says that more follow.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace morgue {

inline void append_uint(std::string& to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) to.push_back(static_cast<char>(value | 0x80));
  to.push_back(static_cast<char>(value));
}

/// The same into memory; gives the place behind.
inline char* put_uint(char* to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
  *to++ = static_cast<char>(value);
  return to;
}

/// As read_uint, of numbers of two bytes and more.
std::uint32_t read_long_uint(std::string_view bytes, std::size_t& at);

/// The number of 32 bits at `at`, which is moved behind it. Throws Error(storage) where none is whole.
inline std::uint32_t read_uint(std::string_view bytes, std::size_t& at) {
  if (at < bytes.size())
    if (const auto byte = static_cast<unsigned char>(bytes[at]); byte < 0x80) return ++at, byte;
  return read_long_uint(bytes, at);
}

}  // namespace morgue
