// SPDX-License-Identifier: GPL-3.0-or-later
// Rejects: as JSON Lines in a file, and in words.
#include "indexer/rejects.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

#include "common/error.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;

const Fault fault{{"x.jsonl", 3, 26}, "a", "wrong_type", "title is a number", "write it in quotes"};

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

TEST(Rejects, AreWrittenAsJson) {
  EXPECT_EQ(reject_json(fault), R"({"input":"x.jsonl","line":3,"byte":26,"id":"a","code":"wrong_type",)"
                                R"("reason":"title is a number","hint":"write it in quotes"})");
}

TEST(Rejects, HaveANullIdWhereNoneIsKnownAndAnyFileName) {
  auto other = fault;
  other.id.clear();
  other.place.input = "\xFF.json";
  EXPECT_THAT(reject_json(other), HasSubstr("\"id\":null"));
  EXPECT_THAT(reject_json(other), HasSubstr("\"input\":\"\uFFFD.json\""));
}

TEST(Rejects, GoIntoTheFileAllOfThem) {
  const testing_support::TemporaryDirectory directory;
  Rejects rejects(directory.path("rejects"));
  for (int i = 0; i < 5; ++i) rejects.add(fault);
  rejects.finish();
  std::string expected;
  for (int i = 0; i < 5; ++i) expected += reject_json(fault) + "\n";
  EXPECT_EQ(text_of(directory.path("rejects")), expected);
  EXPECT_THAT(rejects.in_words(), HasSubstr("all of them are in " + directory.path("rejects")));
}

TEST(Rejects, AreToldInWordsTheFirstThree) {
  Rejects rejects("");
  EXPECT_EQ(rejects.in_words(), "");
  for (const auto* id : {"one", "two", "three", "four"}) {
    auto next = fault;
    next.reason = id;
    rejects.add(next);
  }
  const auto words = rejects.in_words();
  EXPECT_THAT(
      words,
      HasSubstr("4 were not taken\n  x.jsonl, line 3, byte 26: one (wrong_type)\n    write it in quotes\n"));
  EXPECT_THAT(words, HasSubstr("three"));
  EXPECT_THAT(words, Not(HasSubstr("four")));
  EXPECT_THAT(words, HasSubstr("--rejects FILE"));
}

TEST(Rejects, SayNothingThatATerminalWouldObey) {
  Rejects rejects("");
  auto hostile = fault;
  hostile.place.input = "a\x1B[31m\nb\xC2\x9B.json";
  rejects.add(hostile);
  EXPECT_THAT(rejects.in_words(), HasSubstr("  a\uFFFD[31m\uFFFDb\uFFFD.json, line 3"));
}

TEST(Rejects, NeedAFileThatCanBeWritten) {
  EXPECT_THROW(Rejects("/no/such/folder/rejects"), Error);
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  Rejects full("/dev/full");
  full.add(fault);
  EXPECT_THROW(full.finish(), Error);
}

}  // namespace
}  // namespace morgue
