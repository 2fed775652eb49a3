// SPDX-License-Identifier: GPL-3.0-or-later
// Looking into the index at a bounded cost: the commonest terms or words with a prefix, some of a term's
// articles, and how long ago the last one was. Knows nothing of what the terms mean.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/index/vocabulary.h"

namespace morgue {

struct FrequentTerm {
  std::string term;
  Xapian::doccount articles = 0;
};

/// The terms that begin so, of more than `most` those in most articles, ties alphabetical; in that order.
/// Of more than 10,000 only the first 10,000 are looked at.
std::vector<FrequentTerm> commonest_terms(const Xapian::Database&, const std::string& prefix,
                                          std::size_t most);

/// The words that begin so and stand in title, body or people, in the same way; all are looked at.
std::vector<VocabularyWord> commonest_words(Shards, std::string_view prefix, std::size_t most);

/// Up to `most` articles with the term, ascending; of more, spread over the archive.
std::vector<Xapian::docid> some_articles(const Xapian::Database&, const std::string& term, std::size_t most);

/// Values of one slot, to be asked for by ascending articles.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}
  /// "" for none.
  std::string value(Xapian::docid);

 private:
  Xapian::ValueIterator at_, end_;
};

/// How much later than the last article with a term or a word the archive's last article is, in calendar
/// years.
class Ages {
 public:
  explicit Ages(ArchiveReader&);
  /// What a number of articles counts: half where the last one was two years ago, a third after four.
  double faded(double articles, const std::string& term) const;
  double faded(const VocabularyWord&) const;

 private:
  /// Past ten years, and for undated articles alone, ten.
  template <class Meets>
  std::size_t years_since_met(Meets) const;

  ArchiveReader& reader_;
  std::vector<std::string>
      years_;  // as terms, the archive's last first, one for each with and without articles
};

}  // namespace morgue
