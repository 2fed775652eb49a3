// SPDX-License-Identifier: GPL-3.0-or-later
// The constants and encodings of glass, the on-disk format of Xapian 1.4: format version 2016-03-14, as
// backends/glass/ and common/pack.h of xapian-core 1.4.22 read and write it. Knows nothing of files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/index/uint_code.h"

namespace morgue::glass {

inline constexpr std::uint32_t format_version =
    (2016 - 2014) << 9 | 3 << 5 | 14;  // 16 bits in the version file
inline constexpr std::string_view magic{"\x0f\x0dXapian Glass", 14};

// A block: u32 revision, u8 level, u16 max_free, u16 total_free, u16 end of the directory, then the
// directory: a u16 offset an item. All of it big-endian on every machine.
inline constexpr std::size_t block_size = 8192;
inline constexpr std::size_t block_header = 11;
inline constexpr std::size_t directory_entry = 2;
inline constexpr std::uint32_t revision = 1;  // of every block of a new database

// A leaf item: u16 flags and (size - 3), u8 length of the key, key, u16 number of the piece unless it is the
// first, bytes of the tag. A branch item: u32 block, u8 length of the key, key, u16 number of the piece.
inline constexpr std::uint32_t compressed_flag = 0x8000;
inline constexpr std::uint32_t last_piece_flag = 0x4000;
inline constexpr std::uint32_t first_piece_flag = 0x2000;
inline constexpr std::size_t leaf_item_head = 3;
inline constexpr std::size_t branch_item_head = 5;
inline constexpr std::size_t piece_number = 2;
inline constexpr std::size_t longest_item = (block_size - block_header - 4 * directory_entry) / 4;
inline constexpr std::size_t longest_key = 255;
inline constexpr std::size_t most_pieces = 65535;
inline constexpr std::size_t longest_term = 245;

inline constexpr std::uint32_t compress_from = 18;  // bytes of a tag, in the tables that compress

// The table of postings holds five groups of keys, in this order.
inline constexpr std::string_view metadata_keys{"\0\xc0", 2};          // + name
inline constexpr std::string_view value_statistics_keys{"\0\xd0", 2};  // + last uint slot
inline constexpr std::string_view value_chunk_keys{"\0\xd8", 2};       // + uint slot + sortable first docid
inline constexpr std::string_view length_keys{"\0\xe0", 2};  // + sortable first docid but for the first
inline constexpr std::size_t chunk_body = 2000;  // bytes, from which a chunk is closed: a convention
// Lengths are asked for here and there, and read from the begin of their chunk.
inline constexpr std::size_t length_chunk_body = 250;

inline constexpr unsigned char synonym_length_mask = 96;

using morgue::append_uint;
using morgue::put_uint;

/// Little-endian without leading zeros, for the end of a key or tag.
inline void append_last_uint(std::string& to, std::uint64_t value) {
  for (; value > 0; value >>= 8) to.push_back(static_cast<char>(value & 0xff));
}

inline void append_string(std::string& to, std::string_view text) {
  append_uint(to, text.size());
  to.append(text);
}

/// Sorts as the numbers do.
void append_sortable(std::string& to, std::uint32_t number);

/// Sorts as the texts do, whatever follows: a zero byte becomes \0\xff. A \0 ends it unless it ends the key.
void append_sortable(std::string& to, std::string_view text);

inline void append_bool(std::string& to, bool value) { to.push_back(value ? '1' : '0'); }

}  // namespace morgue::glass
