// SPDX-License-Identifier: GPL-3.0-or-later
// Rehearsal: it must say what the archive's writer does.
#include "indexer/rehearsal.h"

#include <gtest/gtest.h>

#include <random>

#include "common/index/archive.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;
using testing_support::test_now;

/// One of few articles in one of few versions.
Article any_article(std::mt19937& random) {
  Article any =
      article(std::string(1, static_cast<char>('a' + random() % 6)), "t", "b" + std::to_string(random() % 3));
  if (random() % 3 == 0) any.updated = "2020-01-0" + std::to_string(1 + random() % 3);
  if (random() % 3 == 0) any.other["version"] = random() % 3;
  return any;
}

TEST(Rehearsal, SaysWhatTheWriterDoes) {
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const TemporaryArchive archive({any_article(random), any_article(random), any_article(random)});
    Rehearsal rehearsal(ArchiveDirectory(archive.directory()).current().path);
    ArchiveWriter writer(archive.directory(), {});
    ArticlePreparer preparer("UTC");
    for (int i = 0; i < 40; ++i) {
      const auto next = any_article(random);
      if (random() % 4 == 0) ASSERT_EQ(rehearsal.remove(next.id), writer.remove(next.id));
      else {
        const auto said = rehearsal.put(preparer.prepare(next, test_now));
        ASSERT_EQ(said, writer.put(preparer.prepare(next, test_now)));
      }
      ASSERT_EQ(rehearsal.articles(), writer.articles());
    }
  }
}

TEST(Rehearsal, BeginsWithNothingWhereThereIsNothing) {
  Rehearsal rehearsal(std::nullopt);
  ArticlePreparer preparer("UTC");
  EXPECT_FALSE(rehearsal.remove("a"));
  EXPECT_EQ(rehearsal.put(preparer.prepare(article("a", "t", "b"), test_now)), Put::added);
  EXPECT_EQ(rehearsal.put(preparer.prepare(article("a", "t", "b"), test_now)), Put::unchanged);
  EXPECT_EQ(rehearsal.put(preparer.prepare(article("a", "t", "c"), test_now)), Put::replaced);
  EXPECT_EQ(rehearsal.articles(), 1u);
}

}  // namespace
}  // namespace morgue
