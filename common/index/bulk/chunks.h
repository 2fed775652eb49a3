// SPDX-License-Identifier: GPL-3.0-or-later
// A vector that grows a chunk at a time: nothing moves, and it never takes twice what it holds.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace morgue {

template <class Element>
class Chunks {
 public:
  Element& operator[](std::size_t at) { return chunks_[at / of_a_chunk][at % of_a_chunk]; }
  const Element& operator[](std::size_t at) const { return chunks_[at / of_a_chunk][at % of_a_chunk]; }
  std::size_t size() const { return size_; }
  std::size_t bytes() const { return chunks_.size() * of_a_chunk * sizeof(Element); }

  /// A new last element, as its constructor makes it.
  Element& add() {
    if (size_ == chunks_.size() * of_a_chunk) chunks_.push_back(std::make_unique<Element[]>(of_a_chunk));
    return (*this)[size_++];
  }
  void clear() {
    chunks_.clear();
    size_ = 0;
  }

 private:
  static constexpr std::size_t of_a_chunk = 4096;

  std::vector<std::unique_ptr<Element[]>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace morgue
