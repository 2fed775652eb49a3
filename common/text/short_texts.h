// SPDX-License-Identifier: GPL-3.0-or-later
// Small numbers by short texts that lie in the table itself: what is asked for every word of every article
// reads one place in memory. Knows nothing of what the texts are.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace morgue {

/// The bytes of a text of 1 to 15 bytes and their number, as two numbers.
struct ShortText {
  static constexpr std::size_t longest = 15;
  static bool is_one(std::string_view text) { return text.size() - 1 < longest; }

  explicit ShortText(std::string_view text);
  bool operator==(const ShortText&) const = default;
  std::size_t hash() const {
    std::uint64_t mixed = low * 0x9E3779B97F4A7C15u ^ high * 0xC2B2AE3D27D4EB4Fu;
    mixed = (mixed ^ mixed >> 32) * 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(mixed >> 24);
  }

  std::uint64_t low = 0;
  std::uint64_t high = 0;  // the length in its top byte: never 0
};

class IdOfShortText {
 public:
  static constexpr std::uint32_t none = static_cast<std::uint32_t>(-1);

  std::size_t bytes() const { return entries_.size() * sizeof(Entry); }
  std::uint32_t find(const ShortText& text) const { return entries_[slot_of(text)].id; }
  /// Lets the place be fetched where the text is, or would be.
  void prefetch(const ShortText& text) const {
    __builtin_prefetch(&entries_[text.hash() & (entries_.size() - 1)]);
  }
  /// The text must not be there.
  void add(const ShortText& text, std::uint32_t id) {
    if (2 * ++size_ > entries_.size()) grow();
    entries_[slot_of(text)] = {text.low, text.high, id};
  }

 private:
  struct Entry {
    std::uint64_t low = 0;
    std::uint64_t high = 0;  // 0: free
    std::uint32_t id = none;
  };

  std::size_t slot_of(const ShortText& text) const {
    const std::size_t mask = entries_.size() - 1;
    std::size_t slot = text.hash() & mask;
    while (entries_[slot].high != 0 && (entries_[slot].high != text.high || entries_[slot].low != text.low))
      slot = (slot + 1) & mask;
    return slot;
  }

  void grow() {
    std::vector<Entry> old(2 * entries_.size());
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.high == 0) continue;
      ShortText text("-");
      text.low = entry.low;
      text.high = entry.high;
      entries_[slot_of(text)] = entry;
    }
  }

  std::vector<Entry> entries_ = std::vector<Entry>(64);
  std::size_t size_ = 0;
};

/// Loads overlap where the machine has the lowest byte first, so that no length takes a loop.
inline ShortText::ShortText(std::string_view text) {
  const std::size_t size = text.size();
  const char* bytes = text.data();
  const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(bytes[i])}; };
  if (std::endian::native != std::endian::little || size < 4) {
    for (std::size_t i = 0; i < size; ++i) (i < 8 ? low : high) |= byte(i) << (8 * (i % 8));
  } else if (size < 8) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, bytes, sizeof first);
    std::memcpy(&last, bytes + size - sizeof last, sizeof last);
    low = first | std::uint64_t{last} << (8 * (size - sizeof last));
  } else {
    std::memcpy(&low, bytes, sizeof low);
    std::memcpy(&high, bytes + size - sizeof high, sizeof high);
    high = size == sizeof low ? 0 : high >> (8 * (sizeof low + sizeof high - size));
  }
  high |= std::uint64_t{size} << 56;
}

}  // namespace morgue
