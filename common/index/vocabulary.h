// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary: the folded forms that stand in the archive, each with the number of its articles. For
// wildcards, fuzzy words, suggestions and whatever asks how frequent a word is. Kept among the metadata
// (vocabulary_block.h): the n-grams of Xapian's own spelling table take three times the room again, and 12%
// of the indexing. Knows nothing of patterns.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/vocabulary_block.h"
#include "common/text/lexicon.h"

namespace morgue {

class ArchiveReader;

/// In bytes. A longer form is not in the vocabulary: no pattern may match it.
inline constexpr std::size_t longest_vocabulary_form = longest_form_tried;

struct VocabularyWord {
  std::string form;
  WordCount count;
  bool operator==(const VocabularyWord&) const = default;
};

/// The databases of which an archive is made: see ArchiveReader::shards.
using Shards = std::span<const Xapian::Database>;

/// The whole vocabulary in memory, sorted by form: some 16 bytes a form beside its letters.
class Vocabulary {
 public:
  explicit Vocabulary(Shards);

  std::size_t size() const { return words_.size(); }
  std::string_view form(std::size_t i) const {
    return std::string_view(text_).substr(words_[i].begin, words_[i].length);
  }
  const WordCount& count(std::size_t i) const { return words_[i].count; }
  bool has(std::string_view form) const;

 private:
  struct Word {
    std::uint32_t begin;
    std::uint32_t length;
    WordCount count;
  };
  std::string text_;
  std::vector<Word> words_;
};

struct Forms {
  std::vector<std::string> forms;  // sorted
  bool cut = false;                // there were more than asked for
  bool operator==(const Forms&) const = default;
};

/// The forms that begin with `prefix` and that `fits` accepts, of more than `most` those in most articles,
/// ties alphabetical. With a prefix its range of the table is read; an empty one goes through
/// reader.vocabulary(). Throws as ArchiveReader.
Forms fitting_forms(ArchiveReader& reader, std::string_view prefix,
                    const std::function<bool(std::string_view)>& fits, std::size_t most);

/// Each word that begins with `prefix`, in order. Reads their range of the table.
void for_each_word(Shards, std::string_view prefix, const std::function<void(const VocabularyWord&)>& take);

/// In how many articles of one database the word stands; for many words: WordCounts.
WordCount count_of_word(const Xapian::Database&, std::string_view form);

/// Whether articles are counted by this form.
bool is_in_vocabulary(std::string_view form);
/// Whether the term is that of such a form, of a word in title, body or people.
bool is_form_of_vocabulary(std::string_view term);

/// Counts articles in and out; a database is given the sums at once.
class VocabularyWriter {
 public:
  void add(const std::string& form, bool by_authors_alone) { change(form, by_authors_alone, 1); }
  void remove(const std::string& form, bool by_authors_alone) { change(form, by_authors_alone, -1); }

  /// To be called before every commit. Throws Error(storage) for blocks that are damaged.
  void write(Xapian::WritableDatabase&);

 private:
  struct Change {
    std::int64_t articles = 0;
    std::int64_t by_authors_alone = 0;
  };
  void change(const std::string& form, bool by_authors_alone, std::int64_t by) {
    Change& change = changes_[form];
    (by_authors_alone ? change.by_authors_alone : change.articles) += by;
  }
  static WordCount sum(const WordCount&, const Change&);

  std::unordered_map<std::string, Change> changes_;
};

}  // namespace morgue
