// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relevance/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace morgue::relevance {
namespace {

TEST(Scores, AreThoseOfARankingWorkedOutByHand) {
  const Scores scores = scores_of({"a", "x", "b"}, {{"a", 1}, {"b", 2}, {"never", 1}});
  EXPECT_DOUBLE_EQ(scores.average_precision, (1.0 + 2.0 / 3) / 3);
  EXPECT_DOUBLE_EQ(scores.precision, 0.2);
  EXPECT_DOUBLE_EQ(scores.ndcg, (1 + 2 / 2.0) / (2 + 1 / std::log2(3.0) + 1 / 2.0));
  EXPECT_EQ(scores_of({}, {{"a", 1}}), Scores{});
}

TEST(Scores, CountTheFirstTenOnlyExceptForPrecisionsAverage) {
  std::vector<std::string> ranked(10, "x");
  ranked.emplace_back("a");
  const Scores scores = scores_of(ranked, {{"a", 1}});
  EXPECT_DOUBLE_EQ(scores.average_precision, 1.0 / 11);
  EXPECT_EQ(scores.precision, 0);
  EXPECT_EQ(scores.ndcg, 0);
}

TEST(Comparing, FindsNothingBetweenTheSame) {
  const auto same = compare({.1, .5, .9}, {.1, .5, .9});
  EXPECT_EQ(same.difference, 0);
  EXPECT_EQ(same.lowest, 0);
  EXPECT_EQ(same.highest, 0);
  EXPECT_EQ(same.p, 1);
}

TEST(Comparing, TellsASteadyDifferenceFromChance) {
  std::vector<double> first, steady, chance;
  for (int i = 0; i < 50; ++i) {
    first.push_back(i / 100.0);
    steady.push_back(i / 100.0 + (i % 2 == 0 ? .02 : .04));
    chance.push_back(i / 100.0 + (i % 2 == 0 ? .32 : -.30));
  }
  const auto better = compare(first, steady, 1, 2'000);
  EXPECT_NEAR(better.difference, .03, 1e-9);
  EXPECT_GT(better.lowest, .02);
  EXPECT_LT(better.highest, .04);
  EXPECT_LT(better.p, .001);
  const auto worse = compare(steady, first, 1, 2'000);
  EXPECT_NEAR(worse.difference, -.03, 1e-9);
  EXPECT_LT(worse.highest, 0);
  const auto noise = compare(first, chance, 1, 2'000);
  EXPECT_LT(noise.lowest, 0);
  EXPECT_GT(noise.highest, 0);
  EXPECT_GT(noise.p, .5);
}

TEST(Comparing, GivesTheSameForTheSameSeed) {
  const std::vector<double> first{.1, .2, .3, .9}, second{.2, .2, .5, .7};
  EXPECT_EQ(compare(first, second, 7, 500).p, compare(first, second, 7, 500).p);
  EXPECT_EQ(compare(first, second, 7, 500).lowest, compare(first, second, 7, 500).lowest);
}

}  // namespace
}  // namespace morgue::relevance
