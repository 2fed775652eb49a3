// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/index/bulk/entry_counts.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

#include "common/index/bulk/glass_format.h"

namespace morgue::testing_support {

namespace {

using namespace glass;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

/// Numbers and strings one after another, as glass::append_uint writes them.
class VersionFileReader {
 public:
  explicit VersionFileReader(const std::string& path)
      : bytes_(bytes_of(path)), at_(magic.size() + format_version_bytes + uuid_bytes) {
    number();  // the revision
  }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.at(at_++));
      value |= std::uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return value;
    }
  }
  void skip_string() { at_ += number(); }

 private:
  static constexpr std::size_t format_version_bytes = 2;
  static constexpr std::size_t uuid_bytes = 16;
  std::string bytes_;
  std::size_t at_;
};

/// The blocks that can be reached from a table's root.
class TableBlocks {
 public:
  explicit TableBlocks(const std::string& path) : file_(path, std::ios::binary) {}

  std::uint64_t keys_from(std::uint32_t number) {
    const std::string block = read(number);
    const bool is_leaf = block[4] == 0;
    const std::size_t directory_end = big_endian({block.data() + 9, 2});
    std::uint64_t keys = 0;
    for (std::size_t entry = block_header; entry < directory_end; entry += directory_entry) {
      const std::string_view item = std::string_view(block).substr(big_endian({block.data() + entry, 2}));
      keys += is_leaf ? (begins_a_key(item) ? 1 : 0) : keys_from(big_endian(item.substr(0, 4)));
    }
    return keys;
  }

 private:
  static bool begins_a_key(std::string_view item) {
    return (big_endian(item.substr(0, 2)) & first_piece_flag) != 0 && item[2] != 0;
  }

  std::string read(std::uint32_t number) {
    std::string block(block_size, '\0');
    file_.seekg(static_cast<std::streamoff>(number) * static_cast<std::streamoff>(block_size));
    file_.read(block.data(), static_cast<std::streamsize>(block.size()));
    return block;
  }

  std::ifstream file_;
};

}  // namespace

std::string first_miscounted_table(const std::string& generation) {
  constexpr std::array tables{"postlist", "docdata", "termlist", "position", "spelling", "synonym"};
  VersionFileReader version(generation + "/iamglass");
  for (const char* table : tables) {
    const auto root = static_cast<std::uint32_t>(version.number());
    const bool is_absent = (version.number() & 1) != 0;
    const std::uint64_t told = version.number();
    version.number();  // the size of a block
    version.number();  // from where on tags are compressed
    version.skip_string();
    const std::string path = generation + "/" + table + ".glass";
    const std::uint64_t counted = is_absent ? 0 : TableBlocks(path).keys_from(root);
    if (counted != told)
      return path + " has " + std::to_string(counted) + " keys and tells of " + std::to_string(told);
  }
  return "";
}

}  // namespace morgue::testing_support
