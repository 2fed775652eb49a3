// SPDX-License-Identifier: GPL-3.0-or-later
// The vocabulary: the folded forms that stand in the archive, each with the number of its articles. For
// wildcards, fuzzy words and suggestions. Kept as metadata, a key a form: the n-grams of Xapian's own
// spelling table take three times the room again, and 12% of the indexing. Knows nothing of patterns.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/lexicon.h"

namespace morgue {

class ArchiveReader;

/// In bytes. A longer form is not in the vocabulary: no pattern may match it.
inline constexpr std::size_t longest_vocabulary_form = longest_form_tried;

struct VocabularyWord {
  std::string form;
  std::uint32_t articles = 0;  // with the form in title, body, people or authors
  bool operator==(const VocabularyWord&) const = default;
};

/// The whole vocabulary in memory, sorted by form: some 12 bytes a form beside its letters.
class Vocabulary {
 public:
  explicit Vocabulary(const Xapian::Database&);

  std::size_t size() const { return words_.size(); }
  std::string_view form(std::size_t i) const {
    return std::string_view(text_).substr(words_[i].begin, words_[i].length);
  }
  std::uint32_t articles(std::size_t i) const { return words_[i].articles; }

 private:
  struct Word {
    std::uint32_t begin;
    std::uint32_t length;
    std::uint32_t articles;
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

/// The forms that begin with `prefix` and that `fits` accepts, sorted. Reads their range of the table.
std::vector<VocabularyWord> fitting_words(const Xapian::Database&, std::string_view prefix,
                                          const std::function<bool(std::string_view)>& fits);

/// The number of articles in the database that have the form.
std::uint32_t vocabulary_articles(const Xapian::Database&, std::string_view form);
/// Whether an article in the database has the form.
bool vocabulary_has(const Xapian::Database&, std::string_view form);

/// Whether articles are counted by this form.
bool is_in_vocabulary(std::string_view form);
/// Whether the term is that of such a form, of a word in title, body or people.
bool is_form_of_vocabulary(std::string_view term);
/// Where and as what the number of a form's articles is kept among the metadata.
std::string vocabulary_key(std::string_view form);
std::string vocabulary_count(std::uint64_t articles);

/// The forms by which the article of a document counts in the vocabulary, each once, sorted.
std::vector<std::string> vocabulary_forms(const Xapian::Document&);

/// Counts articles in and out; a database is given the sums at once.
class VocabularyWriter {
 public:
  void add(const std::string& form) { ++changes_[form]; }
  void remove(const std::string& form) { --changes_[form]; }

  /// To be called before every commit.
  void write(Xapian::WritableDatabase&);

 private:
  std::unordered_map<std::string, std::int64_t> changes_;
};

}  // namespace morgue
