// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of following an archive that changes.
#include "common/index/archive_reader.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "common/error.h"
#include "common/index/archive_writer.h"
#include "common/index/article_document.h"
#include "common/index/schema.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using testing_support::TemporaryDirectory;

Article article_of(const std::string& id, const std::string& body = "The ferry sails at noon.") {
  Article article;
  article.id = id;
  article.body = body;
  article.language = "en";
  return article;
}

class ArchiveReaderTest : public ::testing::Test {
 protected:
  std::string path() const { return (directory_ / "archive").string(); }
  ArchiveWriter writer() const { return ArchiveWriter(path(), {.between_commits = 0ms}); }

  // A generation with one article, built beside and swapped in.
  void swap_in(const std::string& id) const {
    const ArchiveDirectory archive(path());
    const auto generation = archive.new_generation();
    Article article = article_of(id);
    article.added = "2021-07-15";
    Analyser analyser;
    Xapian::WritableDatabase database(generation.string(), Xapian::DB_CREATE);
    database.add_document(to_document(analyser.analyse(article)).document);
    database.set_metadata(std::string(schema::time_zone_key), "Europe/Paris");
    database.set_metadata(std::string(schema::languages_key), "en fr");
    database.commit();
    archive.make_current(generation);
  }

  const TemporaryDirectory directory_;
};

TEST_F(ArchiveReaderTest, SaysThatThereIsNoArchive) {
  try {
    ArchiveReader reader(path());
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
  }
}

TEST_F(ArchiveReaderTest, FollowsCommits) {
  ArchiveWriter writing = writer();
  ArchiveReader reader(path());
  const std::string before = reader.generation();
  EXPECT_FALSE(reader.follow());
  EXPECT_EQ(reader.generation(), before);
  writing.put(article_of("a"), 0);
  writing.commit();
  EXPECT_TRUE(reader.follow());
  EXPECT_NE(reader.generation(), before);
  EXPECT_THAT(reader.languages(), ElementsAre("en", ""));
  EXPECT_TRUE(reader.find("a"));
  EXPECT_FALSE(reader.follow());
}

TEST_F(ArchiveReaderTest, GoesOnAfterTwoCommitsByFollowingAndAskingAgain) {
  ArchiveWriter writing = writer();
  const auto write_all = [&](const std::string& body) {
    for (int i = 0; i < 2000; ++i)
      writing.put(article_of(std::to_string(i), body + " " + std::to_string(i)), 0);
    writing.commit();
  };
  write_all("first");
  ArchiveReader reader(path());
  write_all("second");
  write_all("third");
  int overtaken = 0;
  for (int i = 0; i < 2000; i += 97) {
    try {
      EXPECT_TRUE(reader.find(std::to_string(i)));
    } catch (const Xapian::DatabaseModifiedError&) {
      ++overtaken;
      EXPECT_TRUE(reader.follow());
      EXPECT_EQ(reader.find(std::to_string(i))->body, "third " + std::to_string(i));
    }
  }
  EXPECT_EQ(overtaken, 1);
}

TEST_F(ArchiveReaderTest, FollowsASwapOfGenerations) {
  {
    ArchiveWriter writing = writer();
    writing.put(article_of("old"), 0);
    writing.commit();
  }
  ArchiveReader reader(path());
  const std::string before = reader.generation();
  swap_in("new");
  EXPECT_TRUE(reader.find("old")) << "a reader stays where it is until it follows";
  EXPECT_TRUE(reader.follow());
  EXPECT_NE(reader.generation(), before);
  EXPECT_TRUE(reader.find("new"));
  EXPECT_FALSE(reader.find("old"));
  EXPECT_EQ(reader.time_zone(), "Europe/Paris");
  EXPECT_THAT(reader.languages(), ElementsAre("en", "fr", ""));
  EXPECT_FALSE(reader.follow());
}

TEST_F(ArchiveReaderTest, FollowsAnArchiveThatWasDeletedAndMadeAnew) {
  const auto make_with = [&](const std::string& id) {
    ArchiveWriter writing = writer();
    writing.put(article_of(id), 0);
    writing.commit();
  };
  make_with("old");
  ArchiveReader reader(path());
  std::filesystem::remove_all(path());
  EXPECT_THROW(reader.follow(), Error);
  EXPECT_TRUE(reader.find("old")) << "it stays where it was";
  make_with("new");
  EXPECT_TRUE(reader.follow());
  EXPECT_TRUE(reader.find("new"));
  EXPECT_FALSE(reader.find("old"));
}

// As after xapian-replicate: a stub names the directories of the shards, and a whole copy gets another one.
TEST_F(ArchiveReaderTest, ReadsShardsAndFollowsOneWhoseFilesWereAllReplaced) {
  writer();
  const ArchiveDirectory archive(path());
  const auto generation = archive.current().path;
  const std::filesystem::path aside = directory_ / "aside";
  std::filesystem::create_directory(aside);
  const auto shard = [&](const std::string& name) { return generation / name; };
  const auto name_shards = [&](const std::string& first, const std::string& second) {
    std::ofstream(shard("XAPIANDB")) << "auto " << first << "\nauto " << second << "\n";
  };
  const auto make_shard = [&](const std::string& id) {
    swap_in(id);
    std::filesystem::rename(archive.current().path, aside / id);
  };
  for (const auto* id : {"a", "b", "c"}) make_shard(id);
  archive.make_current(generation);
  for (const auto& entry : std::filesystem::directory_iterator(generation))
    std::filesystem::remove_all(entry);
  for (const auto* id : {"a", "b"}) std::filesystem::rename(aside / id, shard(id));
  name_shards("a", "b");

  ArchiveReader reader(path());
  EXPECT_TRUE(reader.find("a"));
  EXPECT_TRUE(reader.find("b"));
  const auto before = reader.generation();
  std::filesystem::rename(aside / "c", shard("c"));
  name_shards("a", "c");
  std::filesystem::remove_all(shard("b"));
  EXPECT_TRUE(reader.follow());
  EXPECT_TRUE(reader.find("a"));
  EXPECT_FALSE(reader.find("b"));
  EXPECT_TRUE(reader.find("c"));
  EXPECT_NE(reader.generation(), before);
}

TEST_F(ArchiveReaderTest, HasTheNoLanguageLast) {
  ArchiveWriter writing = writer();
  EXPECT_THAT(ArchiveReader(path()).languages(), ElementsAre(""));
}

}  // namespace
}  // namespace morgue
