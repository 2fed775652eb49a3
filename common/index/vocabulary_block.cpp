// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/vocabulary_block.h"

#include <algorithm>

#include "common/error.h"
#include "common/index/schema.h"
#include "common/index/uint_code.h"
#include "common/text/lexicon.h"

namespace morgue {

namespace {

constexpr std::uint32_t words_a_block = 64;  // on the average: some 600 bytes

/// FNV-1a of Fowler, Noll and Vo, of 64 bits folded to 32.
std::uint32_t hash_of(std::string_view form) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char byte : form) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

bool ends_block(std::string_view form) { return hash_of(form) % words_a_block == 0; }

Error damaged_behind(const std::string& form) {
  return Error(ErrorKind::storage, "the archive's vocabulary is damaged behind \"" + form + "\"",
               "build the archive anew: morgue-index --rebuild");
}

struct Entry {
  std::uint32_t kept = 0;  // bytes of the form before
  std::string_view rest;
  WordCount count;
};

/// Whether it was whole.
bool read_entry(std::string_view block, std::size_t& at, Entry& entry) {
  entry.kept = read_uint(block, at);
  const std::uint32_t length = read_uint(block, at);
  if (length > block.size() - at) return false;
  entry.rest = block.substr(at, length);
  at += length;
  const std::uint32_t articles = read_uint(block, at);
  entry.count = {articles / 2, articles % 2 == 0 ? 0 : read_uint(block, at)};
  return true;
}

/// The forms are not put together: how much of the wanted one the form before begins with tells which of them
/// comes first, unless the next one keeps just as much.
WordCount count_in_block(std::string_view block, std::string_view form) {
  std::size_t alike = 0;
  Entry entry;
  for (std::size_t at = 0; at < block.size();) {
    if (!read_entry(block, at, entry)) throw damaged_behind(std::string(form.substr(0, alike)));
    if (entry.kept > alike) continue;
    if (entry.kept < alike) return {};
    const std::string_view wanted = form.substr(alike);
    const auto differ = std::ranges::mismatch(entry.rest, wanted);
    if (differ.in2 == wanted.end()) return differ.in1 == entry.rest.end() ? entry.count : WordCount{};
    if (differ.in1 != entry.rest.end() &&
        static_cast<unsigned char>(*differ.in1) > static_cast<unsigned char>(*differ.in2))
      return {};
    alike += static_cast<std::size_t>(differ.in2 - wanted.begin());
  }
  return {};
}

}  // namespace

std::string vocabulary_keys() { return std::string(schema::vocabulary_key); }
std::string vocabulary_key(std::string_view form) { return vocabulary_keys().append(form); }

// No form begins so: it is not UTF-8.
std::string last_vocabulary_key() { return vocabulary_key("\xff"); }

bool VocabularyBlock::next() {
  if (at_ == block_.size()) return false;
  Entry entry;
  if (!read_entry(block_, at_, entry) || entry.kept > form_.size()) throw damaged_behind(form_);
  form_.resize(entry.kept);
  form_.append(entry.rest);
  count_ = entry.count;
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
  const std::string wanted =
      vocabulary_key(form.substr(0, longest_form_tried));  // Xapian takes no longer keys
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

WordCounts::WordCounts(const Xapian::Database& database)
    : database_(database),
      keys_(database.metadata_keys_begin(vocabulary_keys()), database.metadata_keys_end(vocabulary_keys())),
      blocks_(keys_.size()) {}

WordCount WordCounts::of(std::string_view form) {
  const auto last_form = [](const std::string& key) {
    return std::string_view(key).substr(schema::vocabulary_key.size());
  };
  const auto key = std::ranges::lower_bound(keys_, form, {}, last_form);
  if (key == keys_.end()) return {};
  std::string& block = blocks_[static_cast<std::size_t>(key - keys_.begin())];
  if (block.empty()) block = database_.get_metadata(*key);
  return count_in_block(block, form);
}

}  // namespace morgue
