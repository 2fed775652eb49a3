// SPDX-License-Identifier: GPL-3.0-or-later
// How the positions of a word in its articles lie among a database's metadata: in chunks of some 2,000 bytes,
// each under the word's form and a docid. This is no less than any docid in the chunk and less than those in
// the next one, so that a chunk is found by its key and the last one can grow. In a chunk, for each article:
// the gap between its docid and the one before, the length of a position code and the code.
//
// Xapian's own table has a key of some 15 bytes for each word of each article: three times the room, and a
// way down a tree for each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace morgue {

/// Of the chunk that grows, in place of a docid.
inline constexpr std::uint32_t last_chunk = static_cast<std::uint32_t>(-1);

/// What the keys of a word's chunks begin with. Positions are kept of the forms of the vocabulary.
std::string position_keys(std::string_view form);
std::string position_key(std::string_view form, std::uint32_t docid);
/// The docid's part of a key.
void append_docid(std::string& to, std::uint32_t docid);
/// The docid in a key.
std::uint32_t docid_of_position_key(std::string_view key);

/// The positions of the word in an article.
struct PositionEntry {
  std::uint32_t docid = 0;
  std::string_view code;
};

/// The entries of a chunk, which must outlive it.
class ChunkReader {
 public:
  ChunkReader() = default;
  explicit ChunkReader(std::string_view chunk) : chunk_(chunk) {}

  /// Throws Error(storage) for a chunk that is damaged.
  bool next();
  const PositionEntry& entry() const { return entry_; }

 private:
  std::string_view chunk_;
  std::size_t at_ = 0;
  PositionEntry entry_;
};

/// Fills chunks of one word. What comes out depends on the entries alone: it is the same whether all come at
/// once or are appended to the last chunk later.
class ChunkBuilder {
 public:
  using Write = std::function<void(const std::string& key, const std::string& chunk)>;

  explicit ChunkBuilder(Write write) : write_(std::move(write)) {}

  void begin(std::string_view form);
  /// Docids must increase.
  void add(const PositionEntry&);
  /// Writes what is left under this docid; whether there was anything.
  bool finish(std::uint32_t docid = last_chunk);

 private:
  Write write_;
  std::string form_;
  std::string chunk_;
  std::string entry_;
  std::uint32_t last_ = 0;
};

}  // namespace morgue
