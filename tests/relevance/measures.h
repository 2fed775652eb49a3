// SPDX-License-Identifier: GPL-3.0-or-later
// How good one ranking is, and whether one is better than another. Knows nothing of archives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace morgue::relevance {

using Grades = std::map<std::string, int>;  // above 0, of one query, by article

struct Scores {
  double average_precision = 0, precision = 0, ndcg = 0;  // the last two of the first 10
  bool operator==(const Scores&) const = default;
};

/// As trec_eval computes them: nDCG with the grade as gain and log2(rank + 1) as discount.
Scores scores_of(const std::vector<std::string>& ranked, const Grades&);

struct Comparison {
  double difference = 0;           // of the means, second less first
  double lowest = 0, highest = 0;  // of the middle 95% of the samples' differences
  double p = 1;                    // how often chance alone gives so large a difference, either way
};

/// A paired bootstrap over the queries (Efron and Tibshirani, 1993; Sakai, SIGIR 2006): by the same seed the
/// same numbers. One value a query in both, in the same order; at least one.
Comparison compare(const std::vector<double>& first, const std::vector<double>& second,
                   std::uint64_t seed = 1, std::size_t samples = 100'000);

}  // namespace morgue::relevance
