// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/uint_code.h"

#include "common/error.h"

namespace morgue {

std::uint32_t read_long_uint(std::string_view bytes, std::size_t& at) {
  std::uint32_t value = 0;
  for (unsigned shift = 0; at < bytes.size() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  throw Error(ErrorKind::storage, "a record of the archive is damaged: a number in it has no end",
              "build the archive anew: morgue-index --rebuild");
}

}  // namespace morgue
