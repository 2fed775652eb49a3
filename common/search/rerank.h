// SPDX-License-Identifier: GPL-3.0-or-later
// What the positions of a query's bare words add to the scores of the first hits: for words in the form as
// written, and for words near each other. Knows nothing of pages or ties.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/index/archive_reader.h"
#include "common/query/query.h"
#include "common/search/hit.h"

namespace morgue {

class Reranker {
 public:
  /// Words under NOT, in a field, in phrases, in NEAR and of wildcards add nothing.
  Reranker(const Node& tree, ArchiveReader&);

  bool adds_nothing() const { return words_.empty(); }

  /// Adds nothing or more to the scores of hits that are sorted by them: to each score that with it is among
  /// the `wanted` best, and to some others. Reads the positions of at most ranking::most_near_words words,
  /// each in its written form and ranking::most_other_forms more.
  void add_to(std::span<Hit>, std::size_t wanted) const;

 private:
  struct RankedWord {
    std::vector<std::string> written;  // its forms in the query
    std::vector<std::string> others;   // of the same stem
    double idf = 0;
    std::optional<double> factor = {};  // by which the index scores it, where every article's score has it
  };
  struct Occurrence {
    Xapian::termpos position;
    std::size_t word;
    auto operator<=>(const Occurrence&) const = default;
  };
  struct Found {  // in one article
    std::vector<Occurrence> occurrences;
    std::vector<double> as_written;  // by word, occurrences weighted by field
  };

  void keep_the_rarest();
  double most_with(double score) const;
  void add_to(std::span<Hit>) const;
  std::vector<Found> find_in(const std::vector<Xapian::docid>&) const;
  double bonus(Found, double length) const;
  std::vector<double> nearness(const std::vector<Occurrence>& in_order) const;

  ArchiveReader& reader_;
  const Xapian::Database& database_;
  double average_length_;
  std::vector<RankedWord> words_;
};

}  // namespace morgue
