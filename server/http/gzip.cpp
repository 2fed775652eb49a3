// SPDX-License-Identifier: GPL-3.0-or-later
// libdeflate for whole bodies, zlib for streams.
#include "server/http/gzip.h"

#include <libdeflate.h>
#include <zlib.h>

#include <array>
#include <memory>
#include <new>
#include <stdexcept>
#include <utility>

namespace morgue::http {
namespace {

constexpr std::size_t worth_it = 1024;  // bytes
constexpr int level = 1;                // a third of the time of level 6, for a seventh more bytes

bool is_text(const Response& response) {
  const auto* type = response.header("Content-Type");
  if (!type) return false;
  for (const auto* known : {"text/", "application/json", "application/problem+json", "application/x-ndjson",
                            "application/atom+xml", "application/opensearchdescription+xml", "image/svg+xml",
                            "application/x-suggestions+json"})
    if (type->starts_with(known)) return true;
  return false;
}

/// "" where it cannot be made smaller.
std::string gzipped(std::string_view text) {
  struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
  };
  thread_local const std::unique_ptr<libdeflate_compressor, Free> compressor(
      libdeflate_alloc_compressor(level));
  if (!compressor) throw std::bad_alloc();
  std::string packed(text.size(), '\0');
  packed.resize(
      libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), packed.data(), packed.size()));
  return packed;
}

/// One gzip member, in pieces that can each be unpacked when they arrive.
class Deflater {
 public:
  Deflater() {
    constexpr int with_gzip_header = 15 + 16;
    constexpr int memory = 8;
    if (deflateInit2(&stream_, level, Z_DEFLATED, with_gzip_header, memory, Z_DEFAULT_STRATEGY) != Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void add(std::string text, bool is_last, std::string& to) {
    stream_.next_in = reinterpret_cast<Bytef*>(text.data());
    stream_.avail_in = static_cast<uInt>(text.size());
    std::array<char, 16 * 1024> room;
    do {
      stream_.next_out = reinterpret_cast<Bytef*>(room.data());
      stream_.avail_out = static_cast<uInt>(room.size());
      if (deflate(&stream_, is_last ? Z_FINISH : Z_SYNC_FLUSH) == Z_STREAM_ERROR)
        throw std::logic_error("zlib lost its state");
      to.append(room.data(), room.size() - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

 private:
  z_stream stream_{};
};

void compress_stream(Response& response) {
  const auto deflater = std::make_shared<Deflater>();  // of the copies of the function alone
  std::string begin;
  deflater->add(std::move(response.body), false, begin);
  response.body = std::move(begin);
  response.more = [deflater, more = std::move(response.more)](std::string& chunk) {
    std::string text;
    const bool goes_on = more(text);
    deflater->add(std::move(text), !goes_on, chunk);
    return goes_on;
  };
}

void compress_body(Response& response) {
  auto packed = gzipped(response.body);
  if (packed.empty()) return;
  response.body = std::move(packed);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace

void compress(Response& response, bool takes_gzip) {
  if (!is_text(response) || response.header("Content-Encoding")) return;
  add_to_list(response.headers, "Vary", "Accept-Encoding");
  if (!takes_gzip || (!response.more && response.body.size() < worth_it)) return;
  if (!response.more) return compress_body(response);
  compress_stream(response);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

}  // namespace morgue::http
