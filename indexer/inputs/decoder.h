// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed bytes and how they begin. Knows no streams.
#pragma once

#include <memory>
#include <span>
#include <string_view>

namespace morgue {

enum class Compression { none, gzip, bzip2, zstd };

/// By the first bytes of an input; eight tell every kind.
Compression compression_of(std::string_view beginning);

/// Turns what is compressed into what it was, piece by piece.
class Decoder {
 public:
  enum class State {
    going_on,
    ended,  // a member (gzip), a stream (bzip2), a frame (zstd) is complete; another one may follow
    broken,
  };

  virtual ~Decoder() = default;
  /// To be called before each member.
  virtual void begin() = 0;
  /// Goes on with what is in `in` as long as there is room in `out`; takes off both what was used of them.
  virtual State decode(std::string_view& in, std::span<char>& out) = 0;
};

/// Throws std::bad_alloc.
std::unique_ptr<Decoder> make_decoder(Compression);

}  // namespace morgue
