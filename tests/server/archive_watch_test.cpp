// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/archive_watch.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/articles.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;

template <class Condition>
bool becomes_true(const Condition& condition) {
  for (int i = 0; i < 500 && !condition(); ++i) std::this_thread::sleep_for(10ms);
  return condition();
}

TEST(ArchiveWatch, SeesTheArchiveComeGrowGoAndComeBack) {
  testing_support::TemporaryArchive archive({testing_support::article("1", "A ferry", "Late.")});
  const auto elsewhere = archive.directory() + "-elsewhere";
  std::atomic<int> reports{0};
  const ArchiveWatch watch(
      archive.directory(), [&](std::string_view) { ++reports; }, 20ms);
  ASSERT_TRUE(becomes_true([&] { return watch.status().is_open; }));
  const auto first = watch.status();
  EXPECT_EQ(first.articles, 1U);
  EXPECT_EQ(first.reopened, 0U);

  archive.put({testing_support::article("2", "Another ferry", "Late.")});
  EXPECT_TRUE(becomes_true([&] { return watch.status().articles == 2; }));
  EXPECT_NE(watch.status().generation, first.generation);
  EXPECT_EQ(watch.status().reopened, 1U);

  std::filesystem::rename(archive.directory(), elsewhere);
  EXPECT_TRUE(becomes_true([&] { return !watch.status().is_open; }));
  EXPECT_TRUE(becomes_true([&] { return reports == 1; }));
  std::filesystem::rename(elsewhere, archive.directory());
  EXPECT_TRUE(becomes_true([&] { return watch.status().is_open; }));
  EXPECT_EQ(reports, 1);
}

TEST(ArchiveWatch, LooksAtNothingTooAndGoesAtOnce) {
  const auto begin = std::chrono::steady_clock::now();
  {
    const ArchiveWatch watch(
        "/nowhere", [](std::string_view) {}, 60s);
    EXPECT_FALSE(watch.status().is_open);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
}

}  // namespace
}  // namespace morgue
