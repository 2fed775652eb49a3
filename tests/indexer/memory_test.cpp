// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes that --memory takes.
#include "indexer/memory.h"

#include <gmock/gmock.h>

#include "common/error.h"

namespace morgue {
namespace {

constexpr std::size_t mebi = std::size_t{1} << 20;

TEST(Memory, IsANumberOfBytesWithASuffix) {
  const std::vector<std::pair<const char*, std::size_t>> rows{
      {"512M", 512 * mebi}, {"512m", 512 * mebi},     {"16M", 16 * mebi},
      {"2G", 2048 * mebi},  {"20000K", 20000 * 1024}, {"16777216", 16 * mebi},
  };
  for (const auto& [text, bytes] : rows) EXPECT_EQ(parse_memory(text).bytes, bytes) << text;
}

TEST(Memory, IsNothingElse) {
  for (const auto* text :
       {"", "M", "12X", "1.5G", "-1G", "512MB", "512 M", "15M", "0", "1000", "99999999999G"})
    EXPECT_THROW(parse_memory(text), Error) << text;
}

TEST(Memory, IsNotGivenAwayTwice) {
  const Memory memory{512 * mebi};
  const std::size_t of_words = 2 * memory.words_in_lexicon(2) * Analyser::bytes_of_word;
  const std::size_t in_all = memory.text_under_way() * 64 + memory.text_uncommitted() * 32 + of_words;
  EXPECT_LE(in_all, memory.bytes);
  EXPECT_GE(Memory{16 * mebi}.text_under_way(), 64u * 1024);
}

}  // namespace
}  // namespace morgue
