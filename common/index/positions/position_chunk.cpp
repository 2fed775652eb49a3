// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/positions/position_chunk.h"

#include "common/error.h"
#include "common/index/schema.h"
#include "common/index/uint_code.h"

namespace morgue {

namespace {

constexpr std::size_t room = 2000;  // bytes of key and chunk: four fill a block of 8 KB
constexpr std::size_t docid_bytes = 4;

Error damaged() {
  return Error(ErrorKind::storage, "the archive's record of where a word stands is damaged",
               "build the archive anew: morgue-index --rebuild");
}

}  // namespace

std::string position_keys(std::string_view form) {
  std::string keys(schema::positions_key);
  keys.append(form).push_back('\0');
  return keys;
}

std::string position_key(std::string_view form, std::uint32_t docid) {
  std::string key = position_keys(form);
  append_docid(key, docid);
  return key;
}

void append_docid(std::string& to, std::uint32_t docid) {
  for (int shift = 24; shift >= 0; shift -= 8) to.push_back(static_cast<char>(docid >> shift & 0xff));
}

std::uint32_t docid_of_position_key(std::string_view key) {
  if (key.size() < docid_bytes) throw damaged();
  std::uint32_t docid = 0;
  for (const char byte : key.substr(key.size() - docid_bytes))
    docid = docid << 8 | static_cast<unsigned char>(byte);
  return docid;
}

bool ChunkReader::next() {
  if (at_ == chunk_.size()) return false;
  const std::uint32_t gap = read_uint(chunk_, at_);
  const std::uint32_t length = read_uint(chunk_, at_);
  if (gap == 0 || length > chunk_.size() - at_) throw damaged();
  entry_ = {entry_.docid + gap, chunk_.substr(at_, length)};
  at_ += length;
  return true;
}

void ChunkBuilder::begin(std::string_view form) {
  form_ = form;
  chunk_.clear();
  last_ = 0;
}

void ChunkBuilder::add(const PositionEntry& added) {
  entry_.clear();
  const auto put = [&](std::uint32_t gap) {
    append_uint(entry_, gap);
    append_uint(entry_, added.code.size());
    entry_.append(added.code);
  };
  put(added.docid - last_);
  const std::size_t key = schema::positions_key.size() + form_.size() + 1 + docid_bytes;
  if (!chunk_.empty() && key + chunk_.size() + entry_.size() > room) {
    write_(position_key(form_, last_), chunk_);
    chunk_.clear();
    entry_.clear();
    put(added.docid);
  }
  chunk_.append(entry_);
  last_ = added.docid;
}

bool ChunkBuilder::finish(std::uint32_t docid) {
  if (chunk_.empty()) return false;
  write_(position_key(form_, docid), chunk_);
  chunk_.clear();
  return true;
}

}  // namespace morgue
