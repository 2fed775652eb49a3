// SPDX-License-Identifier: GPL-3.0-or-later
// The decoders of zlib, libbzip2 and libzstd behind one door. They are used as they are and not through
// Boost.Iostreams, which drops what was decoded just before a fault and takes a cut off zstd frame for a
// whole.
#include "indexer/inputs/decoder.h"

#include <bzlib.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace morgue {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  Compression compression;
};

constexpr std::array marks{
    Mark{"\x1F\x8B\x08"sv, Compression::gzip},
    Mark{"BZh"sv, Compression::bzip2},
    Mark{"\x28\xB5\x2F\xFD"sv, Compression::zstd},
};

/// A frame that zstd skips (RFC 8878, section 3.1.2) may come first.
bool is_skippable_frame(std::string_view beginning) {
  return beginning.size() >= 4 && (beginning[0] & 0xF0) == 0x50 && beginning.substr(1, 3) == "\x2A\x4D\x18"sv;
}

class Copy : public Decoder {
 public:
  void begin() override {}
  State decode(std::string_view& in, std::span<char>& out) override {
    const auto length = std::min(in.size(), out.size());
    std::memcpy(out.data(), in.data(), length);
    in.remove_prefix(length);
    out = out.subspan(length);
    return State::going_on;
  }
};

/// What zlib and libbzip2 have in common: their streams are of one form.
template <class Stream, class Byte>
class StreamDecoder : public Decoder {
 public:
  State decode(std::string_view& in, std::span<char>& out) override {
    stream_.next_in = reinterpret_cast<Byte*>(const_cast<char*>(in.data()));  // not written through
    stream_.avail_in = static_cast<unsigned>(in.size());
    stream_.next_out = reinterpret_cast<Byte*>(out.data());
    stream_.avail_out = static_cast<unsigned>(out.size());
    const auto state = go_on();
    in.remove_prefix(in.size() - stream_.avail_in);
    out = out.subspan(out.size() - stream_.avail_out);
    return state;
  }

 protected:
  virtual State go_on() = 0;

  Stream stream_{};
};

class Gzip : public StreamDecoder<z_stream, Bytef> {
 public:
  Gzip() {
    constexpr int gzip_only = 16;
    if (inflateInit2(&stream_, MAX_WBITS + gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&stream_); }
  void begin() override { inflateReset(&stream_); }

 private:
  State go_on() override {
    const int result = inflate(&stream_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) return State::ended;
    return result == Z_OK || result == Z_BUF_ERROR ? State::going_on : State::broken;
  }
};

class Bzip2 : public StreamDecoder<bz_stream, char> {
 public:
  ~Bzip2() override { end(); }
  void begin() override {
    end();
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) throw std::bad_alloc();
    is_open_ = true;
  }

 private:
  void end() {
    if (is_open_) BZ2_bzDecompressEnd(&stream_);
    is_open_ = false;
  }
  State go_on() override {
    const int result = BZ2_bzDecompress(&stream_);
    if (result == BZ_STREAM_END) return State::ended;
    return result == BZ_OK ? State::going_on : State::broken;
  }

  bool is_open_ = false;
};

class Zstd : public Decoder {
 public:
  Zstd() : stream_(ZSTD_createDStream()) {
    if (!stream_) throw std::bad_alloc();
  }
  void begin() override { ZSTD_initDStream(stream_.get()); }
  State decode(std::string_view& in, std::span<char>& out) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const auto result = ZSTD_decompressStream(stream_.get(), &to, &from);
    in.remove_prefix(from.pos);
    out = out.subspan(to.pos);
    if (ZSTD_isError(result)) return State::broken;
    return result == 0 ? State::ended : State::going_on;
  }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_;
};

}  // namespace

Compression compression_of(std::string_view beginning) {
  for (const auto& mark : marks)
    if (beginning.starts_with(mark.bytes)) return mark.compression;
  return is_skippable_frame(beginning) ? Compression::zstd : Compression::none;
}

std::unique_ptr<Decoder> make_decoder(Compression compression) {
  switch (compression) {
    case Compression::none: return std::make_unique<Copy>();
    case Compression::gzip: return std::make_unique<Gzip>();
    case Compression::bzip2: return std::make_unique<Bzip2>();
    case Compression::zstd: return std::make_unique<Zstd>();
  }
  return nullptr;
}

}  // namespace morgue
