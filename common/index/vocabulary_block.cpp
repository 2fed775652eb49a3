// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/vocabulary_block.h"

#include <algorithm>

#include "common/error.h"
#include "common/index/schema.h"
#include "common/index/uint_code.h"

namespace morgue {

namespace {

constexpr std::uint32_t words_a_block = 128;  // on the average: some 1,200 bytes

/// FNV-1a of Fowler, Noll and Vo, of 64 bits folded to 32.
std::uint32_t hash_of(std::string_view form) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char byte : form) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

bool ends_block(std::string_view form) { return hash_of(form) % words_a_block == 0; }

}  // namespace

std::string vocabulary_keys() { return std::string(schema::vocabulary_key); }
std::string vocabulary_key(std::string_view form) { return vocabulary_keys().append(form); }

// No form begins so: it is not UTF-8.
std::string last_vocabulary_key() { return vocabulary_key("\xff"); }

bool VocabularyBlock::next() {
  if (at_ == block_.size()) return false;
  const std::uint32_t kept = read_uint(block_, at_);
  const std::uint32_t length = read_uint(block_, at_);
  if (kept > form_.size() || length > block_.size() - at_)
    throw Error(ErrorKind::storage, "the archive's vocabulary is damaged behind \"" + form_ + "\"",
                "build the archive anew: morgue-index --rebuild");
  form_.resize(kept);
  form_.append(block_, at_, length);
  at_ += length;
  const std::uint32_t articles = read_uint(block_, at_);
  count_ = {articles / 2, articles % 2 == 0 ? 0 : read_uint(block_, at_)};
  return true;
}

void VocabularyBlockBuilder::add(std::string_view form, const WordCount& count) {
  if (count.all() == 0) return;
  if (block_.empty()) last_.clear();
  const auto differ = std::ranges::mismatch(last_, form);
  const auto kept = static_cast<std::size_t>(differ.in1 - last_.begin());
  append_uint(block_, kept);
  append_uint(block_, form.size() - kept);
  block_.append(form.substr(kept));
  append_uint(block_, 2 * std::uint64_t{count.articles} + (count.by_authors_alone > 0 ? 1 : 0));
  if (count.by_authors_alone > 0) append_uint(block_, count.by_authors_alone);
  last_ = form;
  if (ends_block(form)) write(vocabulary_key(form));
}

void VocabularyBlockBuilder::finish() {
  if (has_begun()) write(last_vocabulary_key());
}

void VocabularyBlockBuilder::write(const std::string& key) {
  write_(key, block_);
  block_.clear();
}

VocabularyCursor::VocabularyCursor(const Xapian::Database& database) : database_(database) {}

bool VocabularyCursor::skip_to(std::string_view form) {
  const std::string wanted = vocabulary_key(form);
  const bool lies_in_block = !key_.empty() && first_ <= form && wanted <= key_;
  if (lies_in_block ? block_.form() > form && !begin_block() : !load(wanted)) return false;
  while (block_.form() < form)
    if (!next()) return false;
  return true;
}

bool VocabularyCursor::next() {
  if (block_.next()) return true;
  return !key_.empty() && load(key_ + '\0');
}

/// At the first word of the first block from this key on.
bool VocabularyCursor::load(const std::string& key_from) {
  auto key = database_.metadata_keys_begin(vocabulary_keys());
  const auto end = database_.metadata_keys_end(vocabulary_keys());
  if (key != end) key.skip_to(key_from);
  key_ = key == end ? std::string() : *key;
  if (key_.empty()) return false;
  bytes_ = database_.get_metadata(key_);
  if (!begin_block()) return false;
  first_ = block_.form();
  return true;
}

bool VocabularyCursor::begin_block() {
  block_ = VocabularyBlock(bytes_);
  return block_.next();
}

}  // namespace morgue
