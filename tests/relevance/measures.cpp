// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/measures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>

namespace morgue::relevance {
namespace {

constexpr std::size_t shallow = 10;

double ideal_gain(const Grades& grades) {
  std::vector<int> sorted;
  for (const auto& [id, grade] : grades) sorted.push_back(grade);
  std::ranges::sort(sorted, std::greater());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(shallow, sorted.size()); ++i)
    gain += sorted[i] / std::log2(static_cast<double>(i) + 2);
  return gain;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

Scores scores_of(const std::vector<std::string>& ranked, const Grades& grades) {
  Scores scores;
  double found = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const auto grade = grades.find(ranked[i]);
    if (grade == grades.end()) continue;
    const auto rank = static_cast<double>(i + 1);
    scores.average_precision += ++found / rank;
    if (i >= shallow) continue;
    scores.precision += 1.0 / shallow;
    scores.ndcg += grade->second / std::log2(rank + 1);
  }
  scores.average_precision /= static_cast<double>(grades.size());
  scores.ndcg /= ideal_gain(grades);
  return scores;
}

Comparison compare(const std::vector<double>& first, const std::vector<double>& second, std::uint64_t seed,
                   std::size_t samples) {
  std::vector<double> differences(first.size());
  std::ranges::transform(second, first, differences.begin(), std::minus());
  Comparison comparison{.difference = mean(differences)};
  std::mt19937_64 random(seed);
  std::vector<double> means(samples), sample(differences.size());
  std::size_t as_large = 0;
  for (double& sampled : means) {
    for (double& value : sample) value = differences[random() % differences.size()];
    sampled = mean(sample);
    if (std::abs(sampled - comparison.difference) >= std::abs(comparison.difference)) ++as_large;
  }
  std::ranges::sort(means);
  comparison.lowest = means[samples * 25 / 1'000];
  comparison.highest = means[samples * 975 / 1'000];
  comparison.p = static_cast<double>(as_large + 1) / static_cast<double>(samples + 1);
  return comparison;
}

}  // namespace morgue::relevance
