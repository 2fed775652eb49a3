// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of an archive writer that builds in bulk: what comes more than once, what is taken out again.
#include "common/index/bulk/bulk_load.h"

#include <gmock/gmock.h>

#include "common/index/archive.h"
#include "common/index/archive_reader.h"
#include "common/index/archive_writer.h"
#include "tests/common/index/bulk/both_ways.h"
#include "tests/common/index/bulk/random_articles.h"

namespace morgue {
namespace {

using namespace testing_support;

ArchiveWriterOptions anew(bool in_bulk, std::size_t threads = 2) {
  ArchiveWriterOptions options;
  options.build = Build::anew;
  options.in_bulk = in_bulk;
  options.threads = threads;
  return options;
}

using Counts = std::array<std::uint64_t, 6>;

Counts put_all(const std::string& directory, const std::vector<Article>& articles,
               const ArchiveWriterOptions& options) {
  Counts counts{};
  ArchiveWriter writer(directory, options);
  for (const Article& each : articles) ++counts[static_cast<std::size_t>(writer.put(each, test_now))];
  writer.publish();
  const LaterCounts& later = writer.later();
  const std::uint64_t known[] = {later.added, later.replaced, later.unchanged, later.older};
  for (std::size_t i = 0; i < 4; ++i) counts[i] += known[i];
  counts[static_cast<std::size_t>(Put::later)] = 0;
  counts[5] = writer.articles();
  return counts;
}

TEST(BulkLoad, TakesTheLastOfManyWithOneIdAsAnArchiveWriterDoes) {
  RandomArticles random(5);
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) articles.push_back(random.next(random.below(120)));
  for (int i = 0; i < 50; ++i) articles.push_back(articles[random.below(300)]);
  for (const std::size_t threads : {1, 3}) {
    const TemporaryDirectory room;
    EXPECT_EQ(put_all(room.path("built"), articles, anew(true, threads)),
              put_all(room.path("written"), articles, anew(false)));
    EXPECT_EQ(fault_between(generation_of(room.path("built")), generation_of(room.path("written")), 50), "");
  }
}

TEST(BulkLoad, TakesArticlesOutAgainInTheirTurn) {
  const TemporaryDirectory room;
  ArchiveWriter writer(room.path("built"), anew(true));
  EXPECT_FALSE(writer.remove("a"));
  EXPECT_EQ(writer.put(article("a", "one", ""), test_now), Put::added);
  EXPECT_EQ(writer.put(article("b", "two", ""), test_now), Put::added);
  EXPECT_FALSE(writer.remove("a"));
  EXPECT_FALSE(writer.remove("b"));
  EXPECT_EQ(writer.put(article("b", "three", ""), test_now), Put::later);
  writer.publish();
  EXPECT_EQ(writer.later().removed, 2u);
  EXPECT_EQ(writer.later().added, 1u);
  EXPECT_EQ(writer.articles(), 1u);
  ArchiveReader reader(room.path("built"));
  EXPECT_EQ(reader.find("a"), std::nullopt);
  EXPECT_EQ(reader.find("b")->title, "three");
}

TEST(BulkLoad, BuildsAnArchiveOfNothing) {
  const TemporaryDirectory room;
  put_all(room.path("built"), {}, anew(true));
  put_all(room.path("written"), {}, anew(false));
  EXPECT_EQ(fault_between(generation_of(room.path("built")), generation_of(room.path("written")), 5), "");
}

TEST(BulkLoad, KeepsWhenAnArticleWasFirstTaken) {
  const TemporaryDirectory room;
  const std::vector articles{article("a", "one", "")};
  {
    ArchiveWriter writer(room.path("built"), {});
    writer.put(articles[0], test_now - 1000);
    writer.commit();
  }
  put_all(room.path("built"), articles, anew(true));
  EXPECT_EQ(ArchiveReader(room.path("built")).find("a")->added,
            to_iso(Timestamp{.seconds = test_now - 1000}));
}

/// Of what is replaced Xapian keeps the bounds, so that such archives differ.
TEST(BulkLoad, TakesWhatIsThereAndMoreAsAnArchiveWriterDoes) {
  RandomArticles random(6);
  std::vector<Article> before, more;
  for (std::size_t i = 0; i < 100; ++i) before.push_back(random.next(i));
  for (std::size_t i = 100; i < 200; ++i) more.push_back(random.next(i));
  for (std::size_t i = 0; i < 20; ++i) more.push_back(before[random.below(100)]);
  const TemporaryDirectory room;
  for (const char* name : {"built", "written"}) write_archive(room.path(name), before, "UTC");
  ArchiveWriterOptions in_place;
  in_place.between_commits = {};
  ArchiveWriterOptions with_more = anew(true);
  with_more.build = Build::with_more;
  EXPECT_EQ(put_all(room.path("built"), more, with_more), put_all(room.path("written"), more, in_place));
  EXPECT_EQ(fault_between(generation_of(room.path("built")), generation_of(room.path("written")), 50), "");

  const std::vector changed{article("new", "one", ""), article("new", "two", "")};
  const Counts one_of_each{1, 1, 0, 0, 0, 201};
  for (const char* name : {"built", "written"}) {
    EXPECT_EQ(put_all(room.path(name), changed, with_more), one_of_each);
    EXPECT_EQ(ArchiveReader(room.path(name)).find("new")->title, "two");
  }
}

TEST(BulkLoad, LeavesNoTraceWhereItIsNotPublished) {
  const TemporaryDirectory room;
  { ArchiveWriter(room.path("built"), anew(true)).put(article("a", "one", ""), test_now); }
  EXPECT_FALSE(std::filesystem::exists(room.path("built")));
}

}  // namespace
}  // namespace morgue
