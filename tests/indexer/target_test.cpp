// SPDX-License-Identifier: GPL-3.0-or-later
// Target: when an archive is opened and made.
#include "indexer/target.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "common/error.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryDirectory;
using testing_support::test_now;

PreparedArticle prepared() { return ArticlePreparer("UTC").prepare(article("a", "t", "b"), test_now); }

TEST(Target, MakesAnArchiveOnlyForTheFirstArticle) {
  const TemporaryDirectory directory;
  const auto archive = directory.path("archive");
  Target target(archive, {}, false);
  target.publish();
  EXPECT_EQ(target.articles(), 0u);
  EXPECT_FALSE(std::filesystem::exists(archive));
  EXPECT_EQ(target.put(prepared()), Put::added);
  EXPECT_EQ(target.articles(), 1u);
  EXPECT_TRUE(std::filesystem::exists(archive));
}

TEST(Target, WritesNothingInADryRun) {
  const TemporaryDirectory directory;
  Target target(directory.path("archive"), {}, true);
  EXPECT_EQ(target.put(prepared()), Put::added);
  EXPECT_TRUE(target.remove("a"));
  EXPECT_FALSE(target.remove("a"));
  target.publish();
  EXPECT_FALSE(std::filesystem::exists(directory.path("archive")));
}

TEST(Target, OpensAnArchiveThatIsThereAtOnce) {
  const testing_support::TemporaryArchive archive({article("a", "t", "b")});
  const Target first(archive.directory(), {}, false);
  EXPECT_EQ(first.articles(), 1u);
  try {
    Target second(archive.directory(), {}, false);
    FAIL() << "two writers";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::locked);
  }
}

}  // namespace
}  // namespace morgue
