// SPDX-License-Identifier: GPL-3.0-or-later
// The memory that a run may take for its buffers, and who gets how much of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "common/article/analysed_article.h"

namespace morgue {

struct Memory {
  std::size_t bytes = std::size_t{512} << 20;
  bool operator==(const Memory&) const = default;

  /// Bytes of text given and not yet written. What is made of an article takes up to 64 times its text.
  std::size_t text_under_way() const { return bytes / 4 / 64; }
  /// Bytes of text put and not yet committed: what Xapian holds of them takes up to 32 times as much.
  std::size_t text_uncommitted() const { return bytes / 4 / 32; }
  /// Of one thread.
  std::size_t words_in_lexicon(std::size_t threads) const {
    return bytes / 4 / Analyser::bytes_of_word / std::max<std::size_t>(threads, 1);
  }
};

/// "512M": a number of bytes with K, M or G (1024 of each). Throws Error(usage) for anything else, and for
/// less than 16M.
Memory parse_memory(const std::string& text);

}  // namespace morgue
