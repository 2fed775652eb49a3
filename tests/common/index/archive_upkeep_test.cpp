// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the ways back and of leaving no trace.
#include "common/index/archive_upkeep.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <fstream>
#include <iterator>
#include <random>

#include "common/error.h"
#include "common/index/archive.h"
#include "common/index/archive_reader.h"
#include "common/index/archive_writer.h"
#include "common/index/stem_forms.h"
#include "common/index/stored_article.h"
#include "tests/common/index/short_article.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string words_at_random() {
  std::mt19937 random(7);
  std::string words;
  for (int i = 0; i < 3000; ++i) words += i % 9 == 0 ? ' ' : static_cast<char>('a' + random() % 26);
  return words;
}

class Upkeep : public ::testing::Test {
 protected:
  std::string path() const { return (directory_ / "archive").string(); }
  std::optional<Article> found(const std::string& id) const { return ArchiveReader(path()).find(id); }
  std::size_t generations() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path() + "/generations"), fs::directory_iterator()));
  }

  void write(Build build, const std::vector<Article>& articles, std::int64_t now = first_day) const {
    ArchiveWriter writer(path(), {.between_commits = 0ms, .build = build});
    for (const auto& article : articles) writer.put(article, now);
    writer.publish();
  }

  /// So that a commit to come need not wait for readers.
  void let_a_minute_pass() const {
    const fs::path written_last = ArchiveDirectory(path()).current().path / "iamglass";
    fs::last_write_time(written_last, fs::file_time_type::clock::now() - 1min);
  }

  template <class Function>
  static ErrorKind refusal(Function&& function) {
    try {
      function();
    } catch (const Error& error) {
      return error.kind();
    }
    ADD_FAILURE() << "nothing was thrown";
    return ErrorKind::usage;
  }

  /// All bytes of all files of the archive.
  std::string bytes() const {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(file), {});
    }
    return all;
  }

  const testing_support::TemporaryDirectory directory_;
};

TEST_F(Upkeep, BuildsAnewBesideAndKeepsWhenAnArticleWasAdded) {
  write(Build::in_place, {article_of("a", "old"), article_of("gone", "old")});
  {
    ArchiveWriter writer(path(), {.build = Build::anew});
    EXPECT_EQ(writer.put(article_of("a", "new"), first_day + 9), Put::added);
    EXPECT_EQ(writer.put(article_of("b", "new"), first_day + 9), Put::added);
    writer.commit();
    EXPECT_EQ(found("a")->body, "old");
    writer.publish();
    EXPECT_EQ(writer.articles(), 2u);
    EXPECT_EQ(writer.moments_lost(), 0u);
  }
  EXPECT_EQ(found("a")->body, "new");
  EXPECT_EQ(found("a")->added, "2021-07-15T00:00:00Z");
  EXPECT_EQ(found("b")->added, "2021-07-15T00:00:09Z");
  EXPECT_FALSE(found("gone"));
  EXPECT_EQ(generations(), 2u);
}

TEST_F(Upkeep, BuildsOnACopyBeside) {
  write(Build::in_place, {article_of("a", "old"), article_of("b", "old")});
  const auto identity = ArchiveReader(path()).generation();
  {
    ArchiveWriter writer(path(), {.build = Build::on_a_copy});
    EXPECT_EQ(writer.put(article_of("a", "old"), first_day + 9), Put::unchanged);
    EXPECT_EQ(writer.put(article_of("b", "new"), first_day + 9), Put::replaced);
    EXPECT_EQ(found("b")->body, "old");
    writer.publish();
  }
  EXPECT_EQ(found("b")->body, "new");
  EXPECT_EQ(found("b")->added, "2021-07-15T00:00:00Z");
  EXPECT_TRUE(found("a"));
  const auto uuid = [](const std::string& generation) { return generation.substr(0, generation.find(':')); };
  EXPECT_NE(uuid(ArchiveReader(path()).generation()), uuid(identity));
}

TEST_F(Upkeep, LeavesNoTraceOfABuildThatIsNotPublished) {
  for (const Build build : {Build::anew, Build::on_a_copy}) {
    ArchiveWriter(path(), {.build = build}).put(article_of("a", "new"), first_day);
    EXPECT_FALSE(fs::exists(path()));
  }
  write(Build::in_place, {article_of("a", "old")});
  for (const Build build : {Build::anew, Build::on_a_copy}) {
    ArchiveWriter(path(), {.build = build}).put(article_of("a", "new"), first_day);
    EXPECT_EQ(found("a")->body, "old");
    EXPECT_EQ(generations(), 1u);
  }
}

TEST_F(Upkeep, RefusesToBuildWhereThereIsNoRoom) {
  for (const bool in_bulk : {false, true}) {
    try {
      ArchiveWriter writer(path(),
                           {.build = Build::anew, .in_bulk = in_bulk, .input_bytes = std::uint64_t{1} << 60});
      FAIL() << "room for an exabyte";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::storage);
      const auto* const room = in_bulk ? "6917529027642 MB" : "3458764513821 MB";
      EXPECT_THAT(error.what(), HasSubstr(std::string("takes at least ") + room));
      EXPECT_THAT(error.hint(), HasSubstr("make room"));
    }
  }
  EXPECT_FALSE(fs::exists(path()));
}

TEST_F(Upkeep, BuildsAnewInPlaceOfSomethingBroken) {
  write(Build::in_place, {article_of("a", "old"), article_of("b", "old")});
  std::ofstream(ArchiveDirectory(path()).current().path / "iamglass") << "broken";
  std::ofstream(path() + "/archive.json") << R"({"format": 0})";
  ArchiveWriter writer(path(), {.build = Build::anew});
  writer.put(article_of("a", "new"), first_day);
  writer.publish();
  EXPECT_EQ(writer.moments_lost(), 1u);
  EXPECT_EQ(found("a")->body, "new");
  EXPECT_EQ(generations(), 1u);
}

TEST_F(Upkeep, GoesBackToTheGenerationBefore) {
  write(Build::in_place, {article_of("a", "one")});
  write(Build::anew, {article_of("a", "two"), article_of("b", "two")});
  write(Build::in_place, {article_of("c", "three")});
  const auto done = roll_back(path());
  EXPECT_EQ(done.articles_before, 3u);
  EXPECT_EQ(done.articles, 1u);
  EXPECT_EQ(found("a")->body, "one");
  EXPECT_EQ(generations(), 1u);
  EXPECT_EQ(refusal([&] { roll_back(path()); }), ErrorKind::not_found);
  write(Build::in_place, {article_of("a", "four")});
  EXPECT_EQ(found("a")->body, "four");
}

TEST_F(Upkeep, KeepsOneGenerationForTheWayBack) {
  for (const auto* body : {"one", "two", "three", "four"}) write(Build::anew, {article_of("a", body)});
  EXPECT_EQ(generations(), 2u);
  roll_back(path());
  EXPECT_EQ(found("a")->body, "three");
}

TEST_F(Upkeep, NeedsAnArchive) {
  EXPECT_EQ(refusal([&] { roll_back(path()); }), ErrorKind::not_found);
  EXPECT_EQ(refusal([&] { purge(path(), {"a"}); }), ErrorKind::not_found);
  write(Build::in_place, {article_of("a", "one")});
  const ArchiveWriter writer(path(), {});
  EXPECT_EQ(refusal([&] { roll_back(path()); }), ErrorKind::locked);
  EXPECT_EQ(refusal([&] { purge(path(), {"a"}); }), ErrorKind::locked);
}

// Of an article in the middle of the ids and of one at either end; removed before, or not.
TEST_F(Upkeep, LeavesNoByteOfWhatIsPurged) {
  for (const auto* id : {"alpha-first", "mmm-middle", "zulu-last"}) {
    for (const bool is_removed_before : {false, true}) {
      fs::remove_all(path());
      std::vector<Article> articles{article_of("b", "ferry words stay"), article_of("n", "gulls"),
                                    article_of("y", "x")};
      Article secret = article_of(id, "Retracted zyxwvabbling of the ferry");
      secret.body += words_at_random();
      secret.title = "Qwxyztitle";
      secret.people = {"Ulrqwist Vondreplax"};
      secret.other["desk"] = "secretdeskname";
      secret.url = "https://secrethost.example/x";
      articles.push_back(secret);
      write(Build::in_place, articles);
      write(Build::anew, articles);
      // A piece: Xapian spreads what is long over its blocks, but compresses none of it again.
      const std::string stored = to_stored(secret).substr(300, 64);
      ASSERT_NE(bytes().find(stored), std::string::npos);
      ASSERT_NE(bytes().find("zyxwvabbl"), std::string::npos);
      if (is_removed_before) {
        ArchiveWriter writer(path(), {.between_commits = 0ms});
        writer.remove(id);
        writer.publish();
      }

      let_a_minute_pass();
      EXPECT_THAT(purge(path(), {id, "never"}), ElementsAre("never"));
      const std::string left = bytes();
      for (const std::string& trace :
           {stored, std::string(id), std::string("zyxwvabbl"), std::string("qwxyztitle"),
            std::string("Qwxyztitle"), std::string("retract"), std::string("vondreplax"),
            std::string("secretdeskname"), std::string("secrethost")})
        EXPECT_EQ(left.find(trace), std::string::npos) << trace << " of " << id;
      EXPECT_EQ(generations(), 2u);
      for (int back = 0; back < 2; ++back) {
        EXPECT_FALSE(found(id));
        EXPECT_EQ(found("b")->body, "ferry words stay");
        EXPECT_THAT(forms_of_stem(ArchiveReader(path()).database(), "en", "ferri"), ElementsAre("ferry"));
        if (back == 0) roll_back(path());
      }
    }
  }
}

TEST_F(Upkeep, PurgesNothingThatIsNotThere) {
  write(Build::in_place, {article_of("a", "one")});
  let_a_minute_pass();
  EXPECT_THAT(purge(path(), {"x", "y", "x"}), ElementsAre("x", "y"));
  EXPECT_TRUE(found("a"));
}

TEST_F(Upkeep, CleansWhatADeadRunLeft) {
  write(Build::in_place, {article_of("a", "one")});
  const ArchiveDirectory directory(path());
  std::ofstream(directory.new_generation() / "postlist.glass") << "half";
  fs::create_symlink("generations/000009", path() + "/current.new");
  std::ofstream(path() + "/archive.json.new") << "{";
  { const ArchiveWriter writer(path(), {}); }
  EXPECT_EQ(generations(), 1u);
  EXPECT_FALSE(fs::is_symlink(path() + "/current.new"));
  EXPECT_FALSE(fs::exists(path() + "/archive.json.new"));
  EXPECT_TRUE(found("a"));
}

}  // namespace
}  // namespace morgue
