// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of the ranking: what a word weighs in an archive, what its occurrences weigh in an article.
// Knows nothing of queries.
#pragma once

namespace morgue {

/// As Xapian::BM25Weight has it: log((N-n+.5)/(n+.5)), bent so that no word counts less than nothing.
double idf(double articles, double with_word);

/// What BM25's score of a word is multiplied by (ranking.h: idf_power, average_count_power). `occurrences`
/// weighted by field.
double word_factor(double articles, double with_word, double occurrences);

/// A count of occurrences, saturated and set against the article's length: 0 to k1 + 1.
double saturated(double count, double length, double average_length);

}  // namespace morgue
