// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of compressed tags against the way Xapian 1.4 inflates them.
#include "common/index/bulk/deflater.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>

namespace morgue {
namespace {

/// As CompressionStream::decompress_chunk does: no more is asked for when the stream is used up.
std::string inflated_by_xapian(std::string_view stream) {
  z_stream zlib{};
  EXPECT_EQ(inflateInit2(&zlib, -15), Z_OK);
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stream.data()));
  zlib.avail_in = static_cast<uInt>(stream.size());
  std::array<char, 8192> block;
  std::string text;
  for (int state = Z_OK; state == Z_OK && zlib.avail_in > 0;) {
    zlib.next_out = reinterpret_cast<Bytef*>(block.data());
    zlib.avail_out = block.size();
    state = inflate(&zlib, Z_SYNC_FLUSH);
    text.append(block.data(), block.size() - zlib.avail_out);
  }
  inflateEnd(&zlib);
  return text;
}

TEST(Deflater, GivesOnlyWhatXapianReadsBack) {
  Deflater deflater;
  int given = 0;
  int refused = 0;
  for (const std::string_view word : {"x", "ferry ", "Zen:harbour\x07"}) {
    std::string text;
    for (std::size_t length = 1; length < 40'000; length += length < 8190 || length > 8400 ? 97 : 1) {
      while (text.size() < length) text += word;
      const std::string_view tag = std::string_view(text).substr(0, length);
      const auto stream = deflater.deflated(tag);
      if (stream.empty()) {
        if (length >= 8192) ++refused;
        continue;
      }
      ++given;
      ASSERT_EQ(inflated_by_xapian(stream), tag) << word << ' ' << length;
    }
  }
  EXPECT_GT(given, 900);
  EXPECT_GT(refused, 5);  // they would shrink, and not be read back
}

}  // namespace
}  // namespace morgue
