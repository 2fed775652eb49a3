// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that only grows and is given back at once, and lists of bytes that grow in it. Knows nothing of what
// they hold.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <vector>

namespace morgue {

class Arena {
 public:
  char* take(std::size_t size) {
    if (size > left_) new_page(size);
    char* begin = at_;
    at_ += size;
    left_ -= size;
    return begin;
  }
  /// Room for so many, which is yet to be filled.
  template <class Element>
  Element* array(std::size_t count) {
    char* at = take(count * sizeof(Element) + alignof(Element) - 1);
    const auto over = reinterpret_cast<std::uintptr_t>(at) % alignof(Element);
    return reinterpret_cast<Element*>(over == 0 ? at : at + (alignof(Element) - over));
  }
  std::string_view copy(std::string_view text) {
    char* begin = take(text.size());
    std::copy(text.begin(), text.end(), begin);
    return {begin, text.size()};
  }
  std::size_t bytes() const { return bytes_; }
  void clear() { *this = {}; }

 private:
  static constexpr std::size_t page = 256u << 10;

  void new_page(std::size_t size) {
    const std::size_t length = std::max(size, page);
    pages_.emplace_back(new char[length]);
    at_ = pages_.back().get();
    left_ = length;
    bytes_ += length;
  }

  std::vector<std::unique_ptr<char[]>> pages_;
  char* at_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;
};

/// In slices of an arena, each twice as long as the one before up to a limit.
class ByteList {
 public:
  void append(Arena& arena, std::string_view bytes) {
    while (bytes.size() > room_) {
      if (at_) std::memcpy(at_, bytes.data(), room_);
      bytes.remove_prefix(room_);
      new_slice(arena);
    }
    std::memcpy(at_, bytes.data(), bytes.size());
    at_ += bytes.size();
    room_ -= bytes.size();
  }

  /// Of a buffer of `most_short` bytes the first `size`.
  static constexpr std::size_t most_short = 32;
  void append_short(Arena& arena, const char* buffer, std::size_t size) {
    if (room_ < most_short) return append(arena, {buffer, size});
    std::memcpy(at_, buffer, most_short);  // a fixed number takes no call
    at_ += size;
    room_ -= size;
  }

  /// Lets the place be fetched where the next bytes go.
  void prefetch() const { __builtin_prefetch(at_, 1); }

  /// Gives the bytes to the function in their order, in stretches.
  template <class Function>
  void each_stretch(Function&& function) const {
    for (const Slice* slice = first_; slice; slice = slice->next) {
      const char* begin = reinterpret_cast<const char*>(slice + 1);
      function(
          std::string_view(begin, slice == last_ ? static_cast<std::size_t>(at_ - begin) : slice->length));
    }
  }

 private:
  struct Slice {
    Slice* next;
    std::size_t length;
  };
  static constexpr std::size_t shortest = 16;
  static constexpr std::size_t longest = 16384;

  void new_slice(Arena& arena) {
    const std::size_t length = last_ ? std::min(2 * last_->length, longest) : shortest;
    const std::size_t slices = (sizeof(Slice) + length + sizeof(Slice) - 1) / sizeof(Slice);
    auto* slice = new (arena.array<Slice>(slices)) Slice{nullptr, (slices - 1) * sizeof(Slice)};
    (last_ ? last_->next : first_) = slice;
    last_ = slice;
    at_ = reinterpret_cast<char*>(slice + 1);
    room_ = slice->length;
  }

  Slice* first_ = nullptr;
  Slice* last_ = nullptr;
  char* at_ = nullptr;
  std::size_t room_ = 0;  // from there on
};

}  // namespace morgue
