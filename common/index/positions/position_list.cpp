// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/positions/position_list.h"

#include "common/index/positions/position_code.h"

namespace morgue {

PositionList::PositionList(const Xapian::Database& database, std::string_view form)
    : database_(database), keys_(position_keys(form)) {}

bool PositionList::next() {
  if (at_end_) return false;
  if (!chunk_docid_) return skip_to(1);
  return chunk_reader_.next() || next_chunk();
}

bool PositionList::skip_to(std::uint32_t wanted) {
  if (at_end_) return false;
  if (chunk_docid_ && docid() >= wanted) return true;
  if ((!chunk_docid_ || wanted > *chunk_docid_) && !load_chunk_of(wanted)) return false;
  while (docid() < wanted)
    if (!chunk_reader_.next()) return next_chunk();
  return true;
}

bool PositionList::load_chunk_of(std::uint32_t wanted) {
  if (!chunk_docid_) {
    key_ = database_.metadata_keys_begin(keys_);
    end_ = database_.metadata_keys_end(keys_);
  }
  if (key_ != end_ && docid_of_position_key(*key_) < wanted) {
    std::string key = keys_;
    append_docid(key, wanted);
    key_.skip_to(key);
  }
  return load_chunk();
}

bool PositionList::next_chunk() {
  if (*chunk_docid_ == last_chunk) {
    at_end_ = true;
    return false;
  }
  ++key_;
  return load_chunk();
}

/// At its first entry.
bool PositionList::load_chunk() {
  at_end_ = key_ == end_;
  if (at_end_) return false;
  const std::string key = *key_;
  chunk_docid_ = docid_of_position_key(key);
  if (*chunk_docid_ == last_chunk) key_ = end_;
  chunk_ = database_.get_metadata(key);
  chunk_reader_ = ChunkReader(chunk_);
  if (chunk_reader_.next()) return true;
  at_end_ = true;
  return false;
}

WordPositionsReader::WordPositionsReader(const std::vector<Xapian::Database>& shards, std::string_view form) {
  for (const auto& shard : shards) lists_.emplace_back(shard, form);
}

// Xapian gives the documents of several databases docids by turns.
const std::vector<std::uint32_t>& WordPositionsReader::in(Xapian::docid docid) {
  positions_.clear();
  PositionList& list = lists_[(docid - 1) % lists_.size()];
  const auto local = static_cast<std::uint32_t>((docid - 1) / lists_.size() + 1);
  if (list.skip_to(local) && list.docid() == local) append_positions(positions_, list.code(), Field::any);
  return positions_;
}

}  // namespace morgue
