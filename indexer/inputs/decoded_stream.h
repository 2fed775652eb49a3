// SPDX-License-Identifier: GPL-3.0-or-later
// A stream as it was before it was compressed, whether or not it was. Knows no files.
#pragma once

#include <istream>
#include <memory>
#include <string>

namespace morgue {

/// Reads any stream, also one that cannot go back, holding a block of it. Several compressed streams one
/// after another are one. What is before a fault is given; then the stream is bad().
class DecodedStream : public std::istream {
 public:
  /// `raw` must outlive this. Reads its beginning.
  explicit DecodedStream(std::istream& raw);
  ~DecodedStream() override;

  /// The first bytes, decoded; at most 8.
  std::string beginning();
  /// What is wrong with the compressed bytes; "" where nothing is, or where `raw` itself is bad.
  const std::string& fault() const;

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
};

}  // namespace morgue
