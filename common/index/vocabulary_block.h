// SPDX-License-Identifier: GPL-3.0-or-later
// How the vocabulary lies among a database's metadata: words in order, in blocks, each under its last form,
// the last one under a key behind all forms. Which forms end a block is told by their own bytes, so that the
// same words lie in the same blocks, whatever came when. In a block, for each word: how many bytes its form
// begins with of the one before, the length of the rest and the rest; twice the number of its articles, and
// one more where there are others, whose number follows, with the word in authors' names alone.
//
// A key for each form would take three times the room, and a way down a tree to read each.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue {

/// In how many articles a word stands.
struct WordCount {
  std::uint32_t articles = 0;          // with it in title, body or people
  std::uint32_t by_authors_alone = 0;  // with it only in an author's name
  std::uint64_t all() const { return std::uint64_t{articles} + by_authors_alone; }
  WordCount& operator+=(const WordCount& more) {
    articles += more.articles;
    by_authors_alone += more.by_authors_alone;
    return *this;
  }
  bool operator==(const WordCount&) const = default;
};

/// What the keys of blocks begin with.
std::string vocabulary_keys();
/// Of the block in which the form lies if it is the last of one; the block is under the first key not before.
std::string vocabulary_key(std::string_view form);
/// Of the last block.
std::string last_vocabulary_key();

/// The words of a block, which must outlive it.
class VocabularyBlock {
 public:
  VocabularyBlock() = default;
  explicit VocabularyBlock(std::string_view block) : block_(block) {}

  /// Throws Error(storage) for a block that is damaged.
  bool next();
  const std::string& form() const { return form_; }
  const WordCount& count() const { return count_; }

 private:
  std::string_view block_;
  std::size_t at_ = 0;
  std::string form_;
  WordCount count_;
};

/// Cuts words that come in order into blocks.
class VocabularyBlockBuilder {
 public:
  using Write = std::function<void(const std::string& key, const std::string& block)>;

  explicit VocabularyBlockBuilder(Write write) : write_(std::move(write)) {}

  /// A word without articles is left out.
  void add(std::string_view form, const WordCount&);
  /// Whether words wait for the end of their block.
  bool has_begun() const { return !block_.empty(); }
  /// Writes them as the last block.
  void finish();

 private:
  void write(const std::string& key);

  Write write_;
  std::string block_;
  std::string last_;
};

/// The words of one database in order. Throws Error(storage) for blocks that are damaged, and as Xapian does.
class VocabularyCursor {
 public:
  explicit VocabularyCursor(const Xapian::Database&);
  VocabularyCursor(const VocabularyCursor&) = delete;  // it points into its own bytes
  VocabularyCursor& operator=(const VocabularyCursor&) = delete;

  /// To the first word not before the form, from which on it goes; false where there is none.
  bool skip_to(std::string_view form);
  bool next();

  const std::string& form() const { return block_.form(); }
  const WordCount& count() const { return block_.count(); }

 private:
  bool load(const std::string& key_from);
  bool begin_block();

  Xapian::Database database_;
  std::string key_;    // of the block; "" before the first and behind the last
  std::string first_;  // its first form
  std::string bytes_;
  VocabularyBlock block_;
};

/// The counts of single words of one database; what is read of it is kept. Throws as VocabularyCursor.
class WordCounts {
 public:
  explicit WordCounts(const Xapian::Database&);

  WordCount of(std::string_view form);

 private:
  Xapian::Database database_;
  std::vector<std::string> keys_;
  std::vector<std::string> blocks_;  // "" until it is asked for
};

}  // namespace morgue
