// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed texts for tests.
#pragma once

#include <bzlib.h>
#include <zlib.h>
#include <zstd.h>

#include <stdexcept>
#include <string>

namespace morgue {

inline std::string gzipped(std::string text) {
  z_stream stream{};
  constexpr int gzip_only = 16;
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + gzip_only, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("deflateInit2");
  std::string result(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(text.data());
  stream.avail_in = static_cast<unsigned>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<unsigned>(result.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate");
  result.resize(stream.total_out);
  deflateEnd(&stream);
  return result;
}

inline std::string bzipped(std::string text) {
  auto length = static_cast<unsigned>(text.size() + text.size() / 100 + 600);
  std::string result(length, '\0');
  if (BZ2_bzBuffToBuffCompress(result.data(), &length, text.data(), static_cast<unsigned>(text.size()), 1, 0,
                               0) != BZ_OK)
    throw std::runtime_error("BZ2_bzBuffToBuffCompress");
  result.resize(length);
  return result;
}

inline std::string zstd_compressed(const std::string& text) {
  std::string result(ZSTD_compressBound(text.size()), '\0');
  const auto length = ZSTD_compress(result.data(), result.size(), text.data(), text.size(), 1);
  if (ZSTD_isError(length)) throw std::runtime_error("ZSTD_compress");
  result.resize(length);
  return result;
}

}  // namespace morgue
