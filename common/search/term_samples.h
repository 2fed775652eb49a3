// SPDX-License-Identifier: GPL-3.0-or-later
// Looking into the index at a bounded cost: the commonest terms with a prefix, some of a term's articles, and
// how long ago its last one was. Knows nothing of what the terms mean.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

namespace morgue {

struct FrequentTerm {
  std::string term;
  Xapian::doccount articles = 0;
};

/// The terms that begin so, of more than `most` those in most articles, ties alphabetical; in that order.
/// Of more than 10,000 only the first 10,000 are looked at.
std::vector<FrequentTerm> commonest_terms(const Xapian::Database&, const std::string& prefix,
                                          std::size_t most);

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

/// How much later than the last article with a term the archive's last article is, in calendar years.
class Ages {
 public:
  explicit Ages(const Xapian::Database&);
  /// Past ten years, and for undated articles alone, ten.
  std::size_t years_since(const std::string& term) const;
  /// What a number of articles counts: half after two years, a third after four.
  double faded(double articles, const std::string& term) const {
    return articles / (1 + static_cast<double>(years_since(term)) / 2);
  }

 private:
  bool meet(const std::string& term, const std::string& year) const;

  const Xapian::Database& database_;
  std::vector<std::string>
      years_;  // as terms, the archive's last first, one for each with and without articles
};

}  // namespace morgue
