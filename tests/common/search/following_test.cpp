// SPDX-License-Identifier: GPL-3.0-or-later
// Searching while a writer commits: no request fails, and each answer is of one commit.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "common/index/archive_writer.h"
#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

/// Every commit adds one article with "ferry" and one with "harbour", so that both counts are always equal.
TEST(Following, NoRequestFailsWhileAWriterCommits) {
  TemporaryArchive archive({article("f", "ferry", "x"), article("h", "harbour", "x")});
  std::atomic<bool> writing = true;
  std::atomic<int> searches = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 2; ++reader)
    readers.emplace_back([&] {
      Searcher searcher(archive.directory());
      while (writing) {
        SearchRequest request;
        request.query = "ferry OR harbour";
        request.limit = 100;
        const SearchResults results = searcher.search(request);
        EXPECT_EQ(results.total % 2, 0u);
        EXPECT_EQ(results.results.size(), results.total);
        ++searches;
      }
    });
  {
    ArchiveWriterOptions options;
    options.between_commits = std::chrono::milliseconds(20);
    ArchiveWriter writer(archive.directory(), options);
    for (int i = 0; i < 40; ++i) {
      writer.put(article("f" + std::to_string(i), "ferry", "x"), testing_support::test_now);
      writer.put(article("h" + std::to_string(i), "harbour", "x"), testing_support::test_now);
      writer.commit();
    }
  }
  writing = false;
  for (auto& reader : readers) reader.join();
  EXPECT_GT(searches, 20);
}

}  // namespace
}  // namespace morgue
