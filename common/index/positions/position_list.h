// SPDX-License-Identifier: GPL-3.0-or-later
// Reading where words stand: the articles of one word, and its positions in each. Knows nothing of phrases.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/positions/position_chunk.h"

namespace morgue {

/// The articles of one database that have the word in title, body, people or authors, by docid. Its functions
/// throw Error(storage) for chunks that are damaged, and as Xapian does.
class PositionList {
 public:
  PositionList(const Xapian::Database&, std::string_view form);

  /// To the next one; false behind the last.
  bool next();
  /// To the first from this docid on, unless it stands there or behind already.
  bool skip_to(std::uint32_t docid);

  bool at_end() const { return at_end_; }
  /// Where it stands; before the first call 0.
  std::uint32_t docid() const { return chunk_reader_.entry().docid; }
  /// See position_code.h; valid until the next call.
  std::string_view code() const { return chunk_reader_.entry().code; }

 private:
  bool load_chunk_of(std::uint32_t docid);
  bool next_chunk();
  bool load_chunk();

  Xapian::Database database_;
  std::string keys_;
  Xapian::TermIterator key_;  // of the chunk; given back with its blocks at the last one
  Xapian::TermIterator end_;
  std::string chunk_;
  std::optional<std::uint32_t> chunk_docid_;  // of its key
  ChunkReader chunk_reader_;
  bool at_end_ = false;
};

/// The positions of one word in articles that are asked for in ascending order, in all shards of an archive
/// (ArchiveReader::shards), whose docids are those of the whole. Throws as PositionList.
class WordPositionsReader {
 public:
  WordPositionsReader(const std::vector<Xapian::Database>& shards, std::string_view form);

  /// In title, body and people; none where the article does not have the word. Valid until the next call.
  const std::vector<std::uint32_t>& in(Xapian::docid);

 private:
  std::vector<PositionList> lists_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace morgue
