// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/bulk/table_writer.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "common/error.h"
#include "common/index/bulk/glass_format.h"

namespace morgue {

namespace {

using namespace glass;

// A tag that must be cut anyway goes on in the room that is left in a block, if it is more than this.
constexpr std::size_t least_piece = 256;

void put_number(char* at, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) at[i] = static_cast<char>(value >> (8 * (bytes - 1 - i)));
}

/// The shortest beginning of `key` that `before` is not; the whole where they are pieces of one tag.
std::string separating_key(std::string_view before, std::string_view key) {
  const auto differ = std::mismatch(key.begin(), key.end(), before.begin(), before.end()).first;
  const auto same = static_cast<std::size_t>(differ - key.begin());
  return std::string(key.substr(0, same + 1));
}

Error table_error(const std::string& what) {
  return Error(ErrorKind::storage, "cannot build the archive's tables: " + what,
               "report this, and use --build in-place");
}

}  // namespace

TableWriter::Block::Block(std::uint32_t level)
    : empty_directory_(block_header),
      directory_end_(block_header),
      lowest_(block_size),
      level_(level),
      bytes_(block_size, '\0') {}

char* TableWriter::Block::item(std::size_t size) {
  lowest_ -= size;
  put(directory_end_, static_cast<std::uint32_t>(lowest_), directory_entry);
  directory_end_ += directory_entry;
  return bytes_.data() + lowest_;
}

void TableWriter::Block::put(std::size_t at, std::uint32_t value, int bytes) {
  put_number(bytes_.data() + at, value, bytes);
}

std::string_view TableWriter::Block::finished() {
  const auto free = static_cast<std::uint32_t>(room());
  std::memset(bytes_.data() + directory_end_, 0, room());
  put(0, revision, 4);
  put(4, level_, 1);
  put(5, free, 2);
  put(7, free, 2);
  put(9, static_cast<std::uint32_t>(directory_end_), 2);
  return bytes_;
}

void TableWriter::Block::clear() {
  directory_end_ = block_header;
  lowest_ = block_size;
}

TableWriter::TableWriter(const std::string& path, std::uint32_t compress_from_bytes) : file_(path) {
  root_.compress_from = compress_from_bytes;
  // Every table begins with an item without a key, which is not counted.
  put_number(leaf_.item(leaf_item_head), first_piece_flag | last_piece_flag, 2);
}

void TableWriter::add(std::string_view key, std::string_view tag, Tag form) {
  if (key.empty() || key.size() > longest_key)
    throw table_error("a key of " + std::to_string(key.size()) + " bytes");
  if (key <= key_) throw table_error("keys that are not in order");
  previous_key_.swap(key_);
  key_ = key;
  ++root_.entries;
  const std::uint32_t form_flag = form == Tag::compressed ? compressed_flag : 0;
  const bool is_cut = leaf_item_head + key.size() + tag.size() > longest_item;
  for (std::uint32_t piece = 1; piece == 1 || !tag.empty(); ++piece) {
    if (piece > most_pieces) throw table_error("a tag too long for one key");
    const std::size_t head = leaf_item_head + key.size() + (piece == 1 ? 0 : piece_number);
    std::size_t length = std::min(tag.size(), longest_item - head);
    const std::size_t room = leaf_.room();
    if (head + length + directory_entry > room) {
      if (is_cut && room >= head + directory_entry + least_piece) length = room - head - directory_entry;
      else write_leaf();
    }
    const bool is_last = length == tag.size();
    add_piece(tag.substr(0, length), piece,
              form_flag | (piece == 1 ? first_piece_flag : 0) | (is_last ? last_piece_flag : 0));
    tag.remove_prefix(length);
  }
}

void TableWriter::add_piece(std::string_view bytes, std::uint32_t piece, std::uint32_t flags) {
  if (leaf_.is_empty()) before_leaf_ = {piece == 1 ? separating_key(previous_key_, key_) : key_, piece};
  const std::size_t head = leaf_item_head + key_.size() + (piece == 1 ? 0 : piece_number);
  char* item = leaf_.item(head + bytes.size());
  put_number(item, flags | static_cast<std::uint32_t>(head + bytes.size() - leaf_item_head), 2);
  item[2] = static_cast<char>(key_.size());
  std::memcpy(item + leaf_item_head, key_.data(), key_.size());
  if (piece > 1) put_number(item + leaf_item_head + key_.size(), piece, piece_number);
  std::memcpy(item + head, bytes.data(), bytes.size());
}

void TableWriter::write_leaf() {
  const std::uint32_t block = write(leaf_);
  leaf_.clear();
  add_branch(1, std::move(before_leaf_), block);
}

void TableWriter::add_branch(std::size_t level, Separator separator, std::uint32_t child) {
  if (branches_.size() < level) branches_.push_back({Block(static_cast<std::uint32_t>(level)), {}});
  const std::size_t size = branch_item_head + separator.key.size() + piece_number;
  if (!branches_[level - 1].block.is_empty() && size + directory_entry > branches_[level - 1].block.room()) {
    const std::uint32_t full = write(branches_[level - 1].block);
    branches_[level - 1].block.clear();
    add_branch(level + 1, std::move(branches_[level - 1].before), full);
  }
  Branch& branch = branches_[level - 1];
  if (branch.block.is_empty()) {  // the first child has no key of its own
    branch.before = std::move(separator);
    separator = {};
  }
  char* item = branch.block.item(branch_item_head + separator.key.size() + piece_number);
  put_number(item, child, 4);
  item[4] = static_cast<char>(separator.key.size());
  std::memcpy(item + branch_item_head, separator.key.data(), separator.key.size());
  put_number(item + branch_item_head + separator.key.size(), separator.piece, piece_number);
}

std::uint32_t TableWriter::write(Block& block) {
  if (root_.blocks == std::numeric_limits<std::uint32_t>::max())
    throw table_error("more blocks than a table numbers");
  file_.append(block.finished());
  return root_.blocks++;
}

TableRoot TableWriter::finish() {
  if (branches_.empty()) {
    root_.root = write(leaf_);
  } else {
    write_leaf();
    for (std::size_t level = 1; level <= branches_.size(); ++level) {
      const std::uint32_t block = write(branches_[level - 1].block);
      if (level == branches_.size()) root_.root = block;
      else add_branch(level + 1, std::move(branches_[level - 1].before), block);
    }
    root_.level = static_cast<std::uint32_t>(branches_.size());
  }
  file_.close();
  return root_;
}

}  // namespace morgue
