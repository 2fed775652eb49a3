// SPDX-License-Identifier: GPL-3.0-or-later
// Tags compressed as Xapian reads them. Knows nothing of tables.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace morgue {

/// Not thread-safe.
class Deflater {
 public:
  Deflater();

  /// The tag as one deflate stream; empty where that is not shorter, or where Xapian might not read it back.
  /// Valid until the next call.
  std::string_view deflated(std::string_view tag);

 private:
  struct Free {
    void operator()(libdeflate_compressor*) const;
  };
  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string buffer_;
};

/// Whether every byte of what is compressed comes out before the last byte of the stream is read: Xapian 1.4
/// stops inflating when it has used up its input, though output may be pending (see XAPIAN.md 1), however the
/// stream is cut into pieces.
bool is_complete_before_its_end(std::string_view stream, std::size_t length);

}  // namespace morgue
