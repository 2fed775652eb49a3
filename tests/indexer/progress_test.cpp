// SPDX-License-Identifier: GPL-3.0-or-later
// The progress line.
#include "indexer/progress.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(ProgressLine, SaysHowFarTheRunHasCome) {
  EXPECT_EQ(progress_line({1204, 6'200'000, 15'500'000, 2.0, "2021.jsonl"}),
            "1204 articles, 602/s, 3.1 MB/s, 40%, 0:03 left, 2021.jsonl");
}

TEST(ProgressLine, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(progress_line({10, 1'000'000, {}, 2.0, "-"}), "10 articles, 5/s, 0.5 MB/s, -");
  EXPECT_EQ(progress_line({0, 0, 100, 0, ""}), "0 articles, 0/s, 0.0 MB/s, 0%");
}

TEST(ProgressLine, NeverGoesBeyondTheEnd) {
  EXPECT_EQ(progress_line({1, 200, 100, 100, "x"}), "1 article, 0/s, 0.0 MB/s, 100%, 0:00 left, x");
}

TEST(Progress, IsShownAsAsked) {
  EXPECT_TRUE(Progress("always").is_due());
  EXPECT_FALSE(Progress("never").is_due());
}

TEST(Progress, IsNotShownTooOften) {
  testing::internal::CaptureStderr();
  Progress progress("always");
  progress.show({1, 2, 3, 4, "x"});
  EXPECT_FALSE(progress.is_due());
  EXPECT_NE(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace morgue
