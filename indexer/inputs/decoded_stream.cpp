// SPDX-License-Identifier: GPL-3.0-or-later
// A stream buffer that decodes decoded_block by decoded_block.
#include "indexer/inputs/decoded_stream.h"

#include <algorithm>
#include <streambuf>
#include <vector>

#include "indexer/inputs/decoder.h"

namespace morgue {
namespace {

constexpr std::size_t decoded_block = 64 * 1024;

std::string_view name_of(Compression compression) {
  switch (compression) {
    case Compression::none: return "plain";
    case Compression::gzip: return "gzip";
    case Compression::bzip2: return "bzip2";
    case Compression::zstd: return "zstd";
  }
  return {};
}

}  // namespace

class DecodedStream::Buffer : public std::streambuf {
 public:
  Buffer(std::istream& raw, std::ios& owner)
      : raw_(raw), owner_(owner), encoded_(decoded_block), decoded_(decoded_block) {
    read_raw();
    compression_ = compression_of(in_);
    decoder_ = make_decoder(compression_);
  }

  std::string beginning() {
    constexpr std::ptrdiff_t longest = 8;
    if (gptr() == egptr()) underflow();
    return {gptr(), gptr() + std::min(egptr() - gptr(), longest)};
  }
  const std::string& fault() const { return fault_; }

 protected:
  int_type underflow() override {
    std::span<char> room(decoded_);
    while (room.size() == decoded_.size() && !is_at_end_) decode_into(room);
    const auto length = decoded_.size() - room.size();
    setg(decoded_.data(), decoded_.data(), decoded_.data() + length);
    return length == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

 private:
  void decode_into(std::span<char>& room) {
    if (in_.empty() && !read_raw()) return end();
    if (!is_inside_ && !begin()) return;
    switch (decoder_->decode(in_, room)) {
      case Decoder::State::going_on: return;
      case Decoder::State::ended: is_inside_ = false; return;
      case Decoder::State::broken: return fail("the compressed data is damaged");
    }
  }

  /// Another member. Zeros between and after them are padding.
  bool begin() {
    if (has_begun_) in_.remove_prefix(std::min(in_.find_first_not_of('\0'), in_.size()));
    if (in_.empty()) return false;
    decoder_->begin();
    is_inside_ = has_begun_ = true;
    return true;
  }

  void end() {
    is_at_end_ = true;
    if (raw_.bad()) owner_.setstate(std::ios::badbit);
    else if (is_inside_ && compression_ != Compression::none) fail("the compressed data ends too early");
  }

  void fail(const std::string& what) {
    fault_ = what + " (" + std::string(name_of(compression_)) + ")";
    is_at_end_ = true;
    owner_.setstate(std::ios::badbit);
  }

  bool read_raw() {
    raw_.read(encoded_.data(), static_cast<std::streamsize>(encoded_.size()));
    in_ = {encoded_.data(), static_cast<std::size_t>(raw_.gcount())};
    return !in_.empty();
  }

  std::istream& raw_;
  std::ios& owner_;
  std::vector<char> encoded_;
  std::vector<char> decoded_;
  std::string_view in_;  // what of encoded_ is not decoded yet
  Compression compression_ = Compression::none;
  std::unique_ptr<Decoder> decoder_;
  bool has_begun_ = false;
  bool is_inside_ = false;
  bool is_at_end_ = false;
  std::string fault_;
};

DecodedStream::DecodedStream(std::istream& raw)
    : std::istream(nullptr), buffer_(std::make_unique<Buffer>(raw, *this)) {
  rdbuf(buffer_.get());
}

DecodedStream::~DecodedStream() = default;

std::string DecodedStream::beginning() { return buffer_->beginning(); }

const std::string& DecodedStream::fault() const { return buffer_->fault(); }

}  // namespace morgue
