// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of putting, removing and committing.
#include "common/index/archive_writer.h"

#include <gmock/gmock.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "common/error.h"
#include "common/index/archive_reader.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "tests/common/index/child_process.h"
#include "tests/common/index/short_article.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using testing_support::ChildProcess;
using testing_support::TemporaryDirectory;

constexpr std::int64_t a_day = 86400;

Article ferry_article(const std::string& id, const std::string& body = "The ferry sails at noon.") {
  Article article;
  article.id = id;
  article.title = "Ferry " + id;
  article.body = body;
  return article;
}

class Archive : public ::testing::Test {
 protected:
  std::string path() const { return (directory_ / "archive").string(); }
  ArchiveWriter writer() const { return ArchiveWriter(path(), {.between_commits = 0ms}); }
  ArchiveReader reader() const { return ArchiveReader(path()); }

  template <class... Articles>
  void write(const Articles&... articles) const {
    ArchiveWriter open = writer();
    (open.put(articles, first_day), ...);
    open.commit();
  }

  template <class Function>
  static Error error_of(Function&& function) {
    try {
      function();
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "nothing was thrown";
    return Error(ErrorKind::usage, "");
  }

  const TemporaryDirectory directory_;
};

using ArchiveWriterTest = Archive;

TEST_F(ArchiveWriterTest, RefusesToChangeWhereWordsWereToldByOtherTables) {
  write(ferry_article("a"));
  {
    Xapian::WritableDatabase database((directory_ / "archive" / "current").string(), Xapian::DB_OPEN);
    EXPECT_EQ(database.get_metadata(std::string(schema::unicode_key)), unicode_version());
    database.set_metadata(std::string(schema::unicode_key), "1.1");
    database.commit();
  }
  const Error error = error_of([&] { writer(); });
  EXPECT_EQ(error.kind(), ErrorKind::incompatible);
  EXPECT_THAT(error.what(), HasSubstr("Unicode 1.1, this system has " + unicode_version()));
  EXPECT_THAT(error.hint(), HasSubstr("--rebuild"));
  {
    ArchiveWriter anew(path(), {.between_commits = 0ms, .build = Build::with_more, .in_bulk = true});
    anew.put(ferry_article("b"), first_day);
    anew.publish();
  }
  write(ferry_article("c"));
  EXPECT_EQ(reader().database().get_doccount(), 3);
}

TEST_F(ArchiveWriterTest, GivesBackWhatWasPut) {
  const Article ferry = ferry_article("a");
  write(ferry);
  const auto found = reader().find("a");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->title, ferry.title);
  EXPECT_EQ(found->body, ferry.body);
  EXPECT_EQ(found->added, "2021-07-15T00:00:00Z");
  EXPECT_EQ(found->taken, first_day);
  EXPECT_EQ(reader().find("b"), std::nullopt);
}

TEST_F(ArchiveWriterTest, MakesAnArchiveThatReadersCanOpenAtOnce) {
  const ArchiveWriter open = writer();
  EXPECT_EQ(reader().database().get_doccount(), 0u);
  EXPECT_EQ(reader().time_zone(), "UTC");
  EXPECT_THAT(reader().languages(), ElementsAre(""));
}

TEST_F(ArchiveWriterTest, TellsWhatAPutDid) {
  ArchiveWriter open = writer();
  EXPECT_EQ(open.put(ferry_article("a"), first_day), Put::added);
  EXPECT_EQ(open.put(ferry_article("a"), first_day), Put::unchanged);
  EXPECT_EQ(open.put(ferry_article("a", "It does not sail."), first_day), Put::replaced);
  EXPECT_EQ(open.put(ferry_article("b"), first_day), Put::added);
  EXPECT_EQ(open.articles(), 2u);
  open.commit();
  EXPECT_EQ(open.put(ferry_article("a", "It does not sail."), first_day + 5), Put::unchanged);
  EXPECT_EQ(open.put(ferry_article("a"), first_day), Put::replaced);
  EXPECT_EQ(open.articles(), 2u);
}

TEST_F(ArchiveWriterTest, SeesEveryDifferenceButTheMomentsItSetsItself) {
  write(ferry_article("a"));
  ArchiveWriter open = writer();
  Article article = ferry_article("a");
  article.added = "1999-01-01";
  EXPECT_EQ(open.put(article, first_day), Put::unchanged);
  article.people_recognised = true;
  article.people = {"Ann Lee"};
  EXPECT_EQ(open.put(article, first_day), Put::replaced);
  article.people_recognised = false;
  EXPECT_EQ(open.put(article, first_day), Put::replaced);
  article.other["desk"] = "foreign";
  EXPECT_EQ(open.put(article, first_day), Put::replaced);
  EXPECT_EQ(open.put(article, first_day), Put::unchanged);
}

TEST_F(ArchiveWriterTest, KeepsTheMomentAnArticleWasFirstTaken) {
  write(ferry_article("a"));
  ArchiveWriter open = writer();
  open.put(ferry_article("a", "Changed."), first_day + 40 * a_day);
  open.commit();
  EXPECT_EQ(reader().find("a")->added, "2021-07-15T00:00:00Z");
  EXPECT_EQ(reader().find("a")->taken, first_day + 40 * a_day);
  EXPECT_EQ(reader().find("a")->body, "Changed.");
}

TEST_F(ArchiveWriterTest, DoesNotGoBackToAnOlderVersion) {
  struct Row {
    const char* known;
    const char* now;
    Put expected;
  };
  for (const auto& row :
       {Row{"2021-07-15T10:00:00Z", "2021-07-15T09:59:59Z", Put::older},
        Row{"2021-07-15T10:00:00Z", "2021-07-15T12:30:00+03:00", Put::older},
        Row{"2021-07-15T10:00:00Z", "2021-07-15T10:00:01Z", Put::replaced},
        Row{"2021-07-15T10:00:00Z", "2021-07-14", Put::older},
        Row{"2021-07-15T10:00:00Z", "2021-07-15", Put::replaced},
        Row{"2021-07-15T10:00:00Z", "", Put::replaced}, Row{"", "2021-07-15T10:00:00Z", Put::replaced},
        Row{"2021-07-15T10:00:00Z", "yesterday", Put::replaced}}) {
    Article known = ferry_article(std::string("a") + row.known + row.now);
    known.updated = row.known;
    Article now = known;
    now.updated = row.now;
    now.body = "Changed.";
    ArchiveWriter open = writer();
    open.put(known, first_day);
    EXPECT_EQ(open.put(now, first_day), row.expected) << row.known << " " << row.now;
    open.commit();
    EXPECT_EQ(reader().find(known.id)->body == "Changed.", row.expected == Put::replaced)
        << row.known << " " << row.now;
  }
}

TEST_F(ArchiveWriterTest, CountsVersionsWhereTheDatesDecideNothing) {
  struct Row {
    const char* updated;
    nlohmann::json known;
    nlohmann::json now;
    Put expected;
  };
  const char* date = "2021-07-15T10:00:00Z";
  for (const auto& row :
       {Row{"", "10", "9", Put::older}, Row{"", 9, "10", Put::replaced}, Row{date, "10", "9", Put::older},
        Row{"", "10", nullptr, Put::replaced}, Row{"2021-07-15T10:00:01Z", "10", "9", Put::replaced}}) {
    Article known = ferry_article("a" + row.known.dump() + row.now.dump() + row.updated);
    Article now = known;
    known.updated = std::string(row.updated).empty() ? "" : date;
    now.updated = row.updated;
    known.other["version"] = row.known;
    now.other["version"] = row.now;
    ArchiveWriter open = writer();
    open.put(known, first_day);
    EXPECT_EQ(open.put(now, first_day), row.expected) << known.id;
  }
}

TEST_F(ArchiveWriterTest, DatesAnArticleWhenItsDayHasCome) {
  Article article = ferry_article("a");
  article.published = "2021-08-01";
  write(article);
  ArchiveWriter open = writer();
  EXPECT_EQ(open.put(article, first_day + a_day), Put::unchanged);
  EXPECT_EQ(open.put(article, first_day + 30 * a_day), Put::replaced);
  EXPECT_EQ(open.put(article, first_day + 31 * a_day), Put::unchanged);
  open.commit();
  EXPECT_TRUE(date_of(*reader().find("a")));
}

TEST_F(ArchiveWriterTest, KeepsIdsApartByteForByte) {
  const std::vector<std::string> ids{"a",
                                     "A",
                                     "a ",
                                     " a",
                                     "a\nb",
                                     "á",
                                     "a\u0301",
                                     "#",
                                     "urn:x:1",
                                     "\U0010ffff",
                                     std::string(240, 'x'),
                                     std::string(245, 'x'),
                                     std::string(1000, 'x'),
                                     std::string(1001, 'x')};
  {
    ArchiveWriter open = writer();
    for (const auto& id : ids) EXPECT_EQ(open.put(ferry_article(id), first_day), Put::added) << id;
    open.commit();
  }
  ArchiveReader open = reader();
  EXPECT_EQ(open.database().get_doccount(), ids.size());
  for (const auto& id : ids) {
    const auto found = open.find(id);
    ASSERT_TRUE(found) << id;
    EXPECT_EQ(found->id, id);
  }
}

TEST_F(ArchiveWriterTest, RemovesAnArticle) {
  write(ferry_article("a"), ferry_article("b"));
  ArchiveWriter open = writer();
  EXPECT_TRUE(open.remove("a"));
  EXPECT_FALSE(open.remove("a"));
  EXPECT_FALSE(open.remove("never"));
  EXPECT_EQ(open.articles(), 1u);
  open.put(ferry_article("c"), first_day);
  EXPECT_TRUE(open.remove("c"));
  open.commit();
  EXPECT_EQ(reader().find("a"), std::nullopt);
  EXPECT_EQ(reader().find("c"), std::nullopt);
  EXPECT_TRUE(reader().find("b"));
  EXPECT_EQ(open.put(ferry_article("a"), first_day), Put::added);
}

TEST_F(ArchiveWriterTest, ShowsReadersNothingBeforeTheCommit) {
  ArchiveWriter open = writer();
  ArchiveReader reading = reader();
  open.put(ferry_article("a"), first_day);
  EXPECT_FALSE(reading.follow());
  EXPECT_FALSE(reading.find("a"));
  open.commit();
  EXPECT_TRUE(reading.follow());
  EXPECT_TRUE(reading.find("a"));
}

TEST_F(ArchiveWriterTest, DropsWhatWasNotCommitted) {
  write(ferry_article("a"));
  {
    ArchiveWriter open = writer();
    open.put(ferry_article("b"), first_day);
    open.remove("a");
  }
  EXPECT_TRUE(reader().find("a"));
  EXPECT_FALSE(reader().find("b"));
}

TEST_F(ArchiveWriterTest, CommitsAfterSoManyBytes) {
  ArchiveWriter open(path(), {.flush_bytes = 10'000, .between_commits = 0ms});
  ArchiveReader reading = reader();
  for (int i = 0; i < 9; ++i) open.put(ferry_article(std::to_string(i), std::string(1000, 'x')), first_day);
  EXPECT_FALSE(reading.follow());
  open.put(ferry_article("9", std::string(1000, 'x')), first_day);
  EXPECT_TRUE(reading.follow());
  EXPECT_EQ(reading.database().get_doccount(), 10u);
}

TEST_F(ArchiveWriterTest, LeavesReadersTimeBetweenCommits) {
  write(ferry_article("a"));
  ArchiveWriter open(path(), {.between_commits = 300ms});
  open.put(ferry_article("b"), first_day);
  const auto begin = std::chrono::steady_clock::now();
  open.commit();
  open.put(ferry_article("c"), first_day);
  open.commit();
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 300ms);
}

TEST_F(ArchiveWriterTest, DoesNotWaitWhereNobodyCanHaveRead) {
  const auto begin = std::chrono::steady_clock::now();
  ArchiveWriter open(path(), {.between_commits = 1h});
  open.put(ferry_article("a"), first_day);
  open.commit();
  open.commit();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 1min);
}

TEST_F(ArchiveWriterTest, KeepsTheStemLanguages) {
  Article german = ferry_article("d");
  german.language = "de-AT";
  Article english = ferry_article("e");
  english.language_detected = "en";
  Article chinese = ferry_article("z");
  chinese.language = "zh";
  write(english, chinese);
  EXPECT_THAT(reader().languages(), ElementsAre("en", ""));
  write(german);
  EXPECT_THAT(reader().languages(), ElementsAre("de", "en", ""));
}

TEST_F(ArchiveWriterTest, KeepsItsTimeZone) {
  { const ArchiveWriter open(path(), {.time_zone = "Europe/Helsinki"}); }
  EXPECT_EQ(reader().time_zone(), "Europe/Helsinki");
  EXPECT_NO_THROW(writer());
  EXPECT_NO_THROW(ArchiveWriter(path(), {.time_zone = "Europe/Helsinki"}));
  const Error error = error_of([&] { ArchiveWriter(path(), {.time_zone = "UTC"}); });
  EXPECT_EQ(error.kind(), ErrorKind::usage);
  EXPECT_THAT(error.what(), HasSubstr("Europe/Helsinki"));
}

TEST_F(ArchiveWriterTest, MakesNothingForAnUnknownTimeZone) {
  EXPECT_EQ(error_of([&] { ArchiveWriter(path(), {.time_zone = "Europe/Atlantis"}); }).kind(),
            ErrorKind::usage);
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(ArchiveWriterTest, RefusesASecondWriter) {
  const ArchiveWriter first = writer();
  EXPECT_EQ(error_of([&] { writer(); }).kind(), ErrorKind::locked);
}

TEST_F(ArchiveWriterTest, RefusesWhatCouldNotBeReadBack) {
  ArchiveWriter open = writer();
  Article of_unknown_status = ferry_article("s");
  of_unknown_status.status = "perhaps";
  for (const auto& article : {ferry_article(""), ferry_article(std::string("a\0b", 3)),
                              ferry_article("b", "not UTF-8: \xff"), of_unknown_status})
    EXPECT_EQ(error_of([&] { open.put(article, first_day); }).kind(), ErrorKind::bad_input) << article.id;
  EXPECT_EQ(open.articles(), 0u);
}

TEST_F(ArchiveWriterTest, TakesAnEmptyNameForNone) {
  Article article = ferry_article("a");
  article.people = {"Ann Lee", ""};
  write(article);
  EXPECT_EQ(writer().put(article, first_day), Put::unchanged);
  EXPECT_THAT(reader().find("a")->people, ElementsAre("Ann Lee"));
}

TEST_F(ArchiveWriterTest, GoesOnAfterAnArticleThatCannotBeTaken) {
  ArchiveWriter open = writer();
  Article endless = ferry_article("endless");
  endless.people.assign(20'000, "a");
  open.put(ferry_article("a"), first_day);
  EXPECT_EQ(error_of([&] { open.put(endless, first_day); }).kind(), ErrorKind::bad_input);
  open.put(ferry_article("b"), first_day);
  open.commit();
  EXPECT_EQ(reader().database().get_doccount(), 2u);
}

TEST_F(ArchiveWriterTest, NamesTheGenerationThatCannotBeOpened) {
  write(ferry_article("a"));
  const auto generation = ArchiveDirectory(path()).current().path;
  std::ofstream(generation / "iamglass") << "not a database";
  for (const Error& error : {error_of([&] { writer(); }), error_of([&] { reader(); })}) {
    EXPECT_EQ(error.kind(), ErrorKind::storage);
    EXPECT_THAT(error.what(), HasSubstr(generation.string()));
    EXPECT_THAT(error.hint(), HasSubstr("--rebuild"));
  }
}

// The system refuses to let any file grow further, as on a full disk.
void fill_the_disk(rlim_t longest_file) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{longest_file, longest_file};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) throw std::runtime_error("no limit");
}

// In a process of its own: the limit stays with a process.
TEST_F(ArchiveWriterTest, LosesNothingCommittedOnAFullDisk) {
  write(ferry_article("a"));
  const ChildProcess writing([&](const auto& report) {
    fill_the_disk(512 * 1024);
    ArchiveWriter open(path(), {.flush_bytes = 100'000, .between_commits = 0ms});
    const auto report_refusal = [&](const std::string& hint, const auto& change) {
      const Error error = error_of(change);
      if (error.kind() != ErrorKind::storage || error.hint().find(hint) == std::string::npos) throw error;
      report();
    };
    report_refusal("make room", [&] {
      for (int i = 0; i < 100'000; ++i) open.put(ferry_article("more " + std::to_string(i)), first_day);
    });
    report_refusal("begin anew", [&] { open.put(ferry_article("later"), first_day); });
    report_refusal("begin anew", [&] { open.remove("a"); });
  });
  for (const auto* refused : {"the put that filled the disk", "a later put", "a later removal"})
    EXPECT_TRUE(writing.has_reported()) << refused;
  EXPECT_TRUE(reader().find("a"));
  EXPECT_FALSE(reader().find("later"));
}

TEST_F(ArchiveWriterTest, LosesNothingCommittedWhenKilled) {
  constexpr int per_commit = 50;
  const auto id_of = [](int i) { return "article " + std::to_string(i); };
  ChildProcess writing([&](const auto& report) {
    ArchiveWriter open(path(), {.flush_bytes = 1u << 30, .between_commits = 0ms});
    for (int i = 0;; ++i) {
      open.put(ferry_article(id_of(i)), first_day);
      if (i % per_commit != per_commit - 1) continue;
      open.commit();
      report();
    }
  });
  for (int commits = 0; commits < 5; ++commits) ASSERT_TRUE(writing.has_reported());
  writing.kill();

  const auto readable = static_cast<int>(reader().database().get_doccount());
  EXPECT_GE(readable, 5 * per_commit);
  EXPECT_EQ(readable % per_commit, 0);
  ArchiveWriter again = writer();
  for (int i = 0; i < readable + 10; ++i)
    ASSERT_EQ(again.put(ferry_article(id_of(i)), first_day), i < readable ? Put::unchanged : Put::added) << i;
  again.commit();
  EXPECT_EQ(reader().database().get_doccount(), static_cast<Xapian::doccount>(readable + 10));
}

}  // namespace
}  // namespace morgue
