// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an archive, as its users meet it: the message says what, where, why and what to do, and
// nothing is lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

#include "common/index/archive.h"
#include "common/index/archive_writer.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing_support::Background;
using testing_support::Ran;
using testing_support::run;
using testing_support::TemporaryArchive;
using testing_support::TemporaryDirectory;

const std::vector<Article> one_article{testing_support::article("1", "The ferry", "left at noon")};

void expect_refusal(const Ran& ran, const std::vector<std::string>& said) {
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_EQ(ran.out, "");
  for (const auto& words : said) EXPECT_THAT(ran.err, HasSubstr(words));
}

TEST(MissingArchive, IsNamedWithWhatToDo) {
  const TemporaryDirectory directory;
  const std::string missing = directory.path("none");
  expect_refusal(run({MORGUE_SEARCH, "-a", missing, "x"}), {missing, "no archive", "morgue-index"});
  expect_refusal(run({MORGUE_SERVER, "-a", missing, "--listen", "127.0.0.1:0"}),
                 {missing, "no archive", "morgue-index"});
}

TEST(AnArchiveOfANewerFormat, IsRefusedByEveryProgram) {
  const TemporaryArchive archive(one_article);
  std::ofstream(archive.directory() + "/archive.json") << R"({"format": 999})";
  expect_refusal(run({MORGUE_SEARCH, "-a", archive.directory(), "x"}),
                 {archive.directory(), "format 999", "newer"});
  expect_refusal(run({MORGUE_SERVER, "-a", archive.directory(), "--listen", "127.0.0.1:0"}), {"format 999"});
  expect_refusal(run({MORGUE_INDEX, "-a", archive.directory(), "-"}, "{\"body\":\"x\"}\n"), {"format 999"});
}

TEST(ASecondWriter, IsRefusedAndTheFirstGoesOn) {
  const TemporaryArchive archive(one_article);
  {
    ArchiveWriter first(archive.directory(), {});
    expect_refusal(run({MORGUE_INDEX, "-a", archive.directory(), "-"}, "{\"body\":\"x\"}\n"),
                   {archive.directory(), std::to_string(getpid())});
    EXPECT_EQ(first.articles(), 1u);
  }
  EXPECT_EQ(run({MORGUE_INDEX, "-a", archive.directory(), "--quiet", "-"}, "{\"body\":\"x\"}\n").exit_code,
            0);
  EXPECT_EQ(run({MORGUE_SEARCH, "-a", archive.directory(), "-c", ""}).out, "2\n");
}

TEST(SeveralWritersAtOnce, TakeTurnsOrAreRefusedAndSpoilNothing) {
  const TemporaryDirectory directory;
  const std::vector<std::string> command{MORGUE_INDEX, "-a", directory.path("archive"), "--quiet",
                                         MORGUE_SAMPLE};
  std::vector<std::unique_ptr<Background>> writers;
  for (int i = 0; i < 4; ++i) writers.push_back(std::make_unique<Background>(command));
  int finished = 0;
  for (auto& writer : writers) {
    const int code = writer->wait();
    EXPECT_TRUE(code == 0 || code == 2) << code;
    if (code == 0) ++finished;
  }
  EXPECT_GE(finished, 1);
  const Ran alone = run({MORGUE_INDEX, "-a", directory.path("archive"), "--json", MORGUE_SAMPLE});
  const auto summary = nlohmann::json::parse(alone.out);
  EXPECT_EQ(summary["unchanged"], summary["articles"]);
  EXPECT_EQ(run({"xapian-check", directory.path("archive/current")}).exit_code, 0);
}

TEST(AFolderOfSomethingElse, IsNotTakenForAnArchive) {
  const TemporaryDirectory directory;
  std::ofstream(directory.path("letter.txt")) << "Dear reader";
  expect_refusal(run({MORGUE_INDEX, "-a", directory.path(), "-"}, "{\"body\":\"x\"}\n"), {"not", "archive"});
  EXPECT_EQ(std::ifstream(directory.path("letter.txt")).get(), 'D');
}

TEST(WhatIsIndexed, PassesXapiansOwnCheck) {
  const TemporaryDirectory directory;
  ASSERT_EQ(run({MORGUE_INDEX, "-a", directory.path("archive"), "--quiet", MORGUE_SAMPLE}).exit_code, 0);
  const Ran checked = run({"xapian-check", directory.path("archive/current")});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST(RemovedArticles, AreGone) {
  const TemporaryArchive archive(one_article);
  EXPECT_EQ(run({MORGUE_SEARCH, "-a", archive.directory(), "-c", "ferry"}).out, "1\n");
  EXPECT_EQ(run({MORGUE_INDEX, "-a", archive.directory(), "--quiet", "--remove", "1"}).exit_code, 0);
  EXPECT_EQ(run({MORGUE_SEARCH, "-a", archive.directory(), "-c", "ferry"}).out, "0\n");
}

}  // namespace
}  // namespace morgue
