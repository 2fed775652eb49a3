// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/facet_values.h"

#include <cstddef>

#include "common/error.h"

namespace morgue {
namespace {

[[noreturn]] void refuse() {
  throw Error(ErrorKind::storage, "a list of values in the archive cannot be read",
              "build the archive anew: morgue-index --rebuild");
}

std::size_t take_length(std::string_view& bytes) {
  std::size_t length = 0;
  for (unsigned shift = 0; shift < 35; shift += 7) {
    if (bytes.empty()) refuse();
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    length |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return length;
  }
  refuse();
}

}  // namespace

std::string to_facet_values(const std::vector<std::string>& values) {
  std::string bytes;
  for (const auto& value : values) {
    auto length = value.size();
    for (; length >= 0x80; length >>= 7) bytes.push_back(static_cast<char>(length | 0x80));
    bytes.push_back(static_cast<char>(length));
    bytes += value;
  }
  return bytes;
}

std::vector<std::string_view> from_facet_values(std::string_view bytes) {
  std::vector<std::string_view> values;
  while (!bytes.empty()) {
    const auto length = take_length(bytes);
    if (length > bytes.size()) refuse();
    values.push_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return values;
}

}  // namespace morgue
