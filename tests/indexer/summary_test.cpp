// SPDX-License-Identifier: GPL-3.0-or-later
// The summary of a run.
#include "indexer/summary.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

const Summary some{.added = 12,
                   .replaced = 3,
                   .rejected = 1,
                   .suspect_dates = 2,
                   .articles = 40,
                   .bytes = 1'200'000,
                   .seconds = 0.3256};

TEST(Summary, NamesInWordsOnlyWhatHappened) {
  EXPECT_EQ(
      summary_text(some, "dir", false),
      "12 added, 3 replaced, 1 rejected, 2 with a suspect date; 40 articles in dir; 1.2 MB read in 0.3 s");
  EXPECT_EQ(summary_text({.added = 1, .articles = 1}, "dir", false),
            "1 added; 1 article in dir; 0.0 MB read in 0.0 s");
  EXPECT_EQ(summary_text({}, "dir", false), "nothing changed; 0 articles in dir; 0.0 MB read in 0.0 s");
}

TEST(Summary, SaysThatADryRunWroteNothing) {
  EXPECT_EQ(summary_text(some, "dir", true),
            "dry run, nothing written: 12 added, 3 replaced, 1 rejected, 2 with a suspect date; 1.2 MB read "
            "in 0.3 s");
}

TEST(Summary, IsOneJsonObject) {
  EXPECT_EQ(summary_json(some),
            R"({"added":12,"replaced":3,"unchanged":0,"older":0,"removed":0,"rejected":1,)"
            R"("suspect_dates":2,"articles":40,"bytes":1200000,"seconds":0.326})");
}

}  // namespace
}  // namespace morgue
