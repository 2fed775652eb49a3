// SPDX-License-Identifier: GPL-3.0-or-later
// A table of words and their kinds that is asked for every capitalised word of every text: a miss, the usual
// answer, reads one cache line. Knows nothing of what the kinds are.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace morgue {

class WordTable {
 public:
  /// For so many words at most. Words must outlive the table.
  explicit WordTable(std::size_t most_words);

  void add(std::string_view word, std::uint32_t kind);
  /// 0 for an unknown word.
  std::uint32_t kinds_of(std::string_view word) const;

 private:
  struct Entry {
    std::string_view word;
    std::uint32_t kinds = 0;
  };

  /// Where the word is, or would be.
  std::size_t slot_of(std::string_view word, std::uint32_t fingerprint) const;

  std::vector<std::uint32_t> fingerprints_;  // 0: free; as many as a power of two
  std::vector<Entry> entries_;               // beside them
};

}  // namespace morgue
