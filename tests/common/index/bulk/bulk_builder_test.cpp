// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of archives that are built in bulk: against the same archive written through Xapian.
#include "common/index/bulk/bulk_builder.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "common/article/article_json.h"
#include "common/error.h"
#include "common/index/archive_writer.h"
#include "common/index/article_document.h"
#include "common/index/stored_article.h"
#include "tests/common/index/bulk/both_ways.h"
#include "tests/common/index/bulk/random_articles.h"

namespace morgue {
namespace {

using namespace testing_support;

std::vector<Article> random_articles(std::uint64_t seed, std::size_t count) {
  RandomArticles articles(seed);
  std::vector<Article> all;
  for (std::size_t i = 0; i < count; ++i) all.push_back(articles.next(i));
  return all;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Both in the same way: replaced, added, taken out.
void change(const std::string& directory, const std::vector<Article>& articles, std::uint64_t seed) {
  ArchiveWriterOptions options;
  options.between_commits = {};
  ArchiveWriter writer(directory, options);
  RandomArticles changes(seed);
  for (int i = 0; i < 100; ++i) {
    const std::size_t number = changes.below(articles.size() + articles.size() / 10);
    if (number < articles.size() && changes.below(3) == 0) writer.remove(articles[number].id);
    else writer.put(changes.next(number), test_now + 10);
    if (i == 50) writer.commit();
  }
  writer.commit();
}

void copy_what_is_of_no_document(const Xapian::Database& from, Xapian::WritableDatabase& to) {
  for (auto key = from.metadata_keys_begin(""); key != from.metadata_keys_end(""); ++key)
    to.set_metadata(*key, from.get_metadata(*key));
  for (auto term = from.synonym_keys_begin(""); term != from.synonym_keys_end(""); ++term)
    for (auto form = from.synonyms_begin(*term); form != from.synonyms_end(*term); ++form)
      to.add_synonym(*term, *form);
}

struct Size {
  std::size_t articles;
  BulkOptions options;
};

TEST(BulkBuilder, HoldsWhatAnArchiveWriterWouldHaveWritten) {
  const Size sizes[] = {{80, {"Europe/Helsinki", 1, 512u << 20}},
                        {180, {"UTC", 2, 512u << 20}},
                        {120, {"UTC", 3, 1u << 18}},
                        {1, {"UTC", 2, 1u << 20}}};
  std::uint64_t seed = 1;
  for (const auto& [count, options] : sizes) {
    const TemporaryDirectory room;
    const auto articles = random_articles(seed, count);
    write_archive(room.path("written"), articles, options.time_zone);
    build_archive(room.path("built"), articles, options);
    const std::string written = generation_of(room.path("written"));
    const std::string built = generation_of(room.path("built"));
    EXPECT_EQ(fault_between(built, written, 250, seed), "") << "seed " << seed;
    change(room.path("written"), articles, seed);
    change(room.path("built"), articles, seed);
    EXPECT_EQ(fault_between(built, written, 100, seed), "") << "changed, seed " << seed;
    EXPECT_EQ(fault_after_compaction(built, written, room), "") << "compacted, seed " << seed;
    ++seed;
  }
}

/// Whose terms stand in so many articles that a list takes several chunks.
TEST(BulkBuilder, HoldsLongLists) {
  std::vector<Article> articles;
  for (int i = 0; i < 2500; ++i)
    articles.push_back(article("id" + std::to_string(i), "ferry", i % 7 == 0 ? "gull and fog" : "fog fog"));
  const TemporaryDirectory room;
  write_archive(room.path("written"), articles);
  build_archive(room.path("built"), articles, {"UTC", 2, 1u << 18});
  EXPECT_EQ(fault_between(generation_of(room.path("built")), generation_of(room.path("written")), 20), "");
}

TEST(BulkBuilder, WritesTheSameBytesWhateverTheLanesAndTheMemory) {
  const auto articles = random_articles(9, 300);
  const TemporaryDirectory room;
  build_archive(room.path("one"), articles, {"UTC", 1, 512u << 20});
  build_archive(room.path("three"), articles, {"UTC", 3, 1u << 10});  // more runs than are open together
  for (const char* table : {"postlist", "termlist", "docdata", "synonym"}) {
    const std::string file = std::string("/") + table + ".glass";
    EXPECT_TRUE(bytes_of(generation_of(room.path("one")) + file) ==
                bytes_of(generation_of(room.path("three")) + file))
        << table;
  }
}

/// As an archive that has lost nearly all of its articles: docids of every length, far apart.
TEST(BulkBuilder, TakesDocidsThatAreFarApart) {
  const std::vector<std::uint32_t> docids{1,      2,      127,    128,       32'767,    32'768,
                                          65'535, 65'536, 70'000, 2'097'151, 2'097'152, 4'194'305};
  const auto articles = random_articles(3, docids.size());
  const TemporaryDirectory room;
  const std::string built = room.path("built");
  const std::string written = room.path("written");
  std::filesystem::create_directory(built);
  BulkBuilder builder(built, {});
  Xapian::WritableDatabase database(written, Xapian::DB_CREATE);
  Analyser analyser;
  for (std::size_t i = 0; i < docids.size(); ++i) {
    const AnalysedArticle analysed = analyser.analyse(articles[i]);
    builder.add(0, docids[i], analysed, to_stored(articles[i]));
    database.replace_document(docids[i], to_document(analysed).document);
  }
  builder.finish();
  copy_what_is_of_no_document(Xapian::Database(built), database);
  database.commit();
  EXPECT_EQ(fault_between(built, written, 100), "");
}

std::vector<Article> articles_of(const char* path) {
  std::ifstream file(path);
  std::vector<Article> all;
  std::set<std::string> ids;
  for (std::string line; std::getline(file, line);) {
    Article article = from_json(nlohmann::json::parse(line));
    if (ids.insert(article.id).second) all.push_back(std::move(article));
  }
  return all;
}

/// MORGUE_BULK_ARTICLES=ARTICLES.jsonl: canonical articles with ids.
TEST(BulkBuilder, HoldsTheSameOfAnyArticles) {
  const char* path = std::getenv("MORGUE_BULK_ARTICLES");
  if (!path) GTEST_SKIP() << "MORGUE_BULK_ARTICLES names no articles";
  const auto articles = articles_of(path);
  ASSERT_FALSE(articles.empty()) << path;
  const TemporaryDirectory room;
  write_archive(room.path("written"), articles);
  build_archive(room.path("built"), articles, {"UTC", 2, 64u << 20});
  const std::string written = generation_of(room.path("written"));
  const std::string built = generation_of(room.path("built"));
  EXPECT_EQ(fault_between(built, written, 1000), "");
  change(room.path("written"), articles, 1);
  change(room.path("built"), articles, 1);
  EXPECT_EQ(fault_between(built, written, 1000), "") << "changed";
  EXPECT_EQ(fault_after_compaction(built, written, room), "") << "compacted";
}

}  // namespace
}  // namespace morgue
