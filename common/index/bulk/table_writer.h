// SPDX-License-Identifier: GPL-3.0-or-later
// One glass table, a B-tree, written from its first key to its last: leaves in the order of the keys, so that
// it may be read straight through. Knows nothing of what the keys mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/bulk/byte_file.h"

namespace morgue {

/// What the version file tells of a table.
struct TableRoot {
  std::uint32_t root = 0;  // a block
  std::uint32_t level = 0;
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;
  std::uint32_t compress_from = 0;  // for changes made later; 0: never
};

enum class Tag { plain, compressed };

/// Throws Error(storage).
class TableWriter {
 public:
  TableWriter(const std::string& path, std::uint32_t compress_from);

  /// Keys must come in byte order, none twice, none longer than glass::longest_key. A tag that is compressed
  /// is a whole deflate stream.
  void add(std::string_view key, std::string_view tag, Tag = Tag::plain);
  TableRoot finish();

 private:
  struct Separator {
    std::string key;
    std::uint32_t piece = 0;
  };

  /// Filled from its end downwards, with a directory that grows from its beginning.
  class Block {
   public:
    explicit Block(std::uint32_t level);
    bool is_empty() const { return directory_end_ == empty_directory_; }
    std::size_t room() const { return lowest_ - directory_end_; }
    /// Where an item of this size is to be written; there must be room.
    char* item(std::size_t size);
    /// The bytes to write.
    std::string_view finished();
    void clear();

   private:
    void put(std::size_t at, std::uint32_t value, int bytes);
    std::size_t empty_directory_;
    std::size_t directory_end_;
    std::size_t lowest_;
    std::uint32_t level_;
    std::string bytes_;
  };

  struct Branch {
    Block block;
    Separator before;  // what stands for this block in the level above
  };

  void add_piece(std::string_view bytes, std::uint32_t piece, std::uint32_t flags);
  std::size_t room_for_tag(std::uint32_t piece) const;
  void write_leaf();
  void add_branch(std::size_t level, Separator, std::uint32_t child);
  std::uint32_t write(Block&);

  FileWriter file_;
  TableRoot root_;
  Block leaf_{0};
  Separator before_leaf_;
  std::string key_;
  std::uint32_t last_piece_ = 0;
  std::string previous_key_;      // of the piece before a leaf's first
  std::vector<Branch> branches_;  // level 1 first
};

}  // namespace morgue
