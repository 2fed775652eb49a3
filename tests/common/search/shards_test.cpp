// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of two shards answers as one archive with the articles of both.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

/// Puts a stub that names the shards in the place of the archive's current generation.
void point_to_shards(const TemporaryArchive& archive, const std::vector<std::string>& shards) {
  const auto generation = std::filesystem::canonical(archive.directory() + "/current");
  for (const auto& file : std::filesystem::directory_iterator(generation)) std::filesystem::remove(file);
  std::ofstream stub(generation / "XAPIANDB");
  for (const auto& shard : shards) stub << "auto " << shard << "/current\n";
}

TEST(Shards, AnswerAsOneArchive) {
  const char* const words[] = {"ferry", "harbour", "fog", "old", "gull"};
  std::vector<Article> all, odd, even;
  for (std::size_t i = 0; i < 40; ++i) {
    std::string body;
    for (std::size_t word = 0; word < 12; ++word)
      body += std::string(words[(i * 7 + word * word + i % 3) % 5]) + " ";
    if (i == 1) body += "ferrymen";
    if (i == 2) body += "ferryboat";
    all.push_back(article("id" + std::to_string(i), words[i % 5], body));
    (i % 2 == 0 ? even : odd).push_back(all.back());
  }
  const TemporaryArchive whole(all), one(even), other(odd), sharded({});
  point_to_shards(sharded, {one.directory(), other.directory()});
  Searcher of_whole(whole.directory()), of_shards(sharded.directory());
  for (const char* query : {"ferry", "ferry harbour", "\"old gull\"", "fog NEAR/2 ferry", "body:\"fog old\"",
                            "-\"ferry fog\"", "gull ADJ/3 old", "\"ferry fog harbour\"~9", "ferr*", "*men",
                            "*boat", "ferribot~2", "\"ferrymen\"", "body:ferry* -\"ferryboat\""}) {
    SearchRequest request;
    request.query = query;
    request.limit = 40;
    const SearchResults expected = of_whole.search(request), found = of_shards.search(request);
    EXPECT_GT(expected.total, 0u) << query;
    ASSERT_EQ(found.total, expected.total) << query;
    for (std::size_t i = 0; i < expected.results.size(); ++i) {
      EXPECT_EQ(found.results[i].article.id, expected.results[i].article.id) << query << ' ' << i;
      EXPECT_NEAR(found.results[i].score, expected.results[i].score, 1e-6) << query << ' ' << i;
    }
  }
}

}  // namespace
}  // namespace morgue
