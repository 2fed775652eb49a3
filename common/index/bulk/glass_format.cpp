// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/glass_format.h"

#include <bit>

namespace morgue::glass {

namespace {

/// Bits, the lowest first.
class BitStream {
 public:
  explicit BitStream(std::string& bytes) : bytes_(bytes) {}
  ~BitStream() {
    if (held_ > 0) bytes_.push_back(static_cast<char>(bits_));
  }
  BitStream(const BitStream&) = delete;
  BitStream& operator=(const BitStream&) = delete;

  /// One of `choices` numbers. Where these are no power of two, the middle ones are a bit shorter.
  void put(std::uint64_t value, std::uint64_t choices) {
    int width = std::bit_width(choices - 1);
    const std::uint64_t spare = (std::uint64_t{1} << width) - choices;
    if (spare > 0) {
      const std::uint64_t middle = (choices - spare) / 2;
      if (value >= middle + spare) value = (value - (middle + spare)) | std::uint64_t{1} << (width - 1);
      else if (value >= middle) --width;
    }
    bits_ |= value << held_;
    for (held_ += width; held_ >= 8; held_ -= 8) {
      bytes_.push_back(static_cast<char>(bits_));
      bits_ >>= 8;
    }
  }

  /// The numbers between the first and the last, by halves.
  void put_between(const std::uint32_t* numbers, std::size_t first, std::size_t last) {
    while (first + 1 < last) {
      const std::size_t middle = first + (last - first) / 2;
      const std::uint64_t lowest = numbers[first] + (middle - first);
      put(numbers[middle] - lowest, numbers[last] - numbers[first] - (last - first) + 1);
      put_between(numbers, first, middle);
      first = middle;
    }
  }

 private:
  std::string& bytes_;
  std::uint64_t bits_ = 0;
  int held_ = 0;
};

}  // namespace

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

void append_positions(std::string& to, const std::uint32_t* positions, std::size_t count) {
  const std::uint32_t first = positions[0];
  const std::uint32_t last = positions[count - 1];
  append_uint(to, last);
  if (count == 1) return;
  BitStream bits(to);
  bits.put(first, last);
  bits.put(count - 2, last - first);
  bits.put_between(positions, 0, count - 1);
}

}  // namespace morgue::glass
