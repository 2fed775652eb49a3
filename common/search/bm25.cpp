// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/bm25.h"

#include <algorithm>
#include <cmath>

#include "common/search/ranking.h"

namespace morgue {

double idf(double articles, double with_word) {
  const double odds = (articles - with_word + 0.5) / (with_word + 0.5);
  return std::log(odds < 2 ? odds / 2 + 1 : odds);
}

double word_factor(double articles, double with_word, double occurrences) {
  return std::pow(idf(articles, with_word), ranking::idf_power - 1) *
         std::pow(occurrences / with_word, ranking::average_count_power);
}

double saturated(double count, double length, double average_length) {
  using namespace ranking;
  const double relative = std::max(least_normalised_length, length / average_length);
  return count * (k1 + 1) / (count + k1 * (1 - b + b * relative));
}

}  // namespace morgue
