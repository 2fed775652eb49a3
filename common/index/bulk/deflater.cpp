// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/deflater.h"

#include <libdeflate.h>
#include <zlib.h>

#include <new>

#include "common/index/bulk/glass_format.h"

namespace morgue {

namespace {

constexpr int level = 1;  // 6 takes twice the time for 2% less
// Xapian inflates in steps of so many bytes: below, nothing can be pending.
constexpr std::size_t inflate_step = 8192;

struct Inflation {
  z_stream stream{};
  Inflation() {
    if (inflateInit2(&stream, -15) != Z_OK) throw std::bad_alloc();
  }
  ~Inflation() { inflateEnd(&stream); }
  Inflation(const Inflation&) = delete;
  Inflation& operator=(const Inflation&) = delete;
};

}  // namespace

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater() : compressor_(libdeflate_alloc_compressor(level)) {
  if (!compressor_) throw std::bad_alloc();
}

std::string_view Deflater::deflated(std::string_view tag) {
  if (tag.size() < glass::compress_from) return {};
  buffer_.resize(tag.size() - 1);
  const std::size_t length =
      libdeflate_deflate_compress(compressor_.get(), tag.data(), tag.size(), buffer_.data(), buffer_.size());
  const std::string_view stream(buffer_.data(), length);
  if (length > 0 && tag.size() >= inflate_step && !is_complete_before_its_end(stream, tag.size())) return {};
  return stream;
}

bool is_complete_before_its_end(std::string_view stream, std::size_t length) {
  thread_local Inflation inflation;
  thread_local std::string out;
  if (inflateReset(&inflation.stream) != Z_OK) return false;
  if (out.size() <= length) out.resize(length + 1);
  auto& zlib = inflation.stream;
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stream.data()));
  zlib.avail_in = static_cast<uInt>(stream.size() - 1);
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(length + 1);
  inflate(&zlib, Z_SYNC_FLUSH);
  return zlib.total_out == length;
}

}  // namespace morgue
