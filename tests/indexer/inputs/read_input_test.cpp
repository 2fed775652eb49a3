// SPDX-License-Identifier: GPL-3.0-or-later
// How an input is read whose name does not say what it is, and one that cannot be read.
#include "indexer/inputs/read_input.h"

#include <gmock/gmock.h>

#include <sstream>

#include "indexer/inputs/page_document.h"
#include "tests/indexer/inputs/recording_sink.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

RecordingSink read_unnamed(const std::string& text) {
  std::istringstream stream(text);
  RecordingSink sink;
  EXPECT_LE(read_stream(stream, "-", InputKind::by_content, sink), text.size());
  return sink;
}

TEST(ReadInput, TellsDocumentsFromLinesByTheFirstBytes) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> rows{
      {"{\"title\":\"a\"}\n{\"title\":\"b\"}\n", {"a", "b"}},
      {"\n\n{\"title\":\"a\"}", {"a"}},
      {"{\n\"title\":\"a\"\n}\n", {"a"}},
      {"{\"docs\":[{\"title\":\"a\"},\n{\"title\":\"b\"}]}", {"a", "b"}},
      {"{\"docs\":[\n{\"title\":\"a\"}\n]}", {"a"}},
      {"{ \"title\" : \"a\",\n  \"body\" : \"b\"\n}\n", {"a"}},
      {"{ \r\n\"docs\":[\n{\"title\":\"a\"},\n{\"title\":\"b\"}]}", {"a", "b"}},
      {"{\"docs\":[{\"title\":\"a\"},{\"title\":\"b\"}]}\n", {"a", "b"}},
      {" [{\"title\":\"a\"},\n{\"title\":\"b\"}]", {"a", "b"}},
      {"", {}},
  };
  for (const auto& [text, titles] : rows) {
    const auto sink = read_unnamed(text);
    EXPECT_EQ(sink.titles, titles) << text;
    EXPECT_THAT(sink.faults_in_short(), IsEmpty()) << text;
  }
}

TEST(ReadInput, GoesOnAfterABrokenFirstLine) {
  const auto sink = read_unnamed("{\"title\":\"a\n{\"title\":\"b\"}\n");
  EXPECT_THAT(sink.titles, ElementsAre("b"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("malformed_json@1:11"));
}

TEST(ReadInput, TellsLinesFromAWrapperHoweverLongTheFirstLine) {
  const std::string filler(2'000'000, 'x');
  const auto lines = "{\"title\":\"a\",\"body\":\"" + filler + "\"}\nbroken\n{\"title\":\"b\"}\n";
  EXPECT_THAT(read_unnamed(lines).titles, ElementsAre("a", "b"));
  const auto wrapper = "{\"note\":\"" + filler + "\",\"docs\":[{\"title\":\"a\"},{\"title\":\"b\"}]}";
  EXPECT_THAT(read_unnamed(wrapper).titles, ElementsAre("a", "b"));
}

TEST(ReadInput, SaysInWhichEncodingAnInputIsThatIsNotUtf8) {
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"\xFF\xFE{\0\"\0"s, "UTF-16"}, {"\xFE\xFF\0{"s, "UTF-16"},  {"{\0\"\0"s, "UTF-16LE"},
      {"\0[\0{"s, "UTF-16BE"},        {"\xFF\xFE\0\0"s, "UTF-32"},
  };
  for (const auto& [text, encoding] : rows) {
    const auto sink = read_unnamed(text);
    ASSERT_THAT(sink.faults_in_short(), ElementsAre("bad_encoding@1:0")) << encoding;
    EXPECT_THAT(sink.faults[0].hint, testing::HasSubstr("iconv -f " + encoding + " "));
  }
}

TEST(ReadInput, GuessesLatin1) {
  const auto latin = read_unnamed("{\"title\":\"Caf\xE9 \xE0 Paris\"}\n{\"title\":\"b\"}\n");
  EXPECT_THAT(latin.titles, ElementsAre("b"));
  ASSERT_THAT(latin.faults_in_short(), ElementsAre("bad_utf8@1:13"));
  EXPECT_THAT(latin.faults[0].hint, testing::HasSubstr("WINDOWS-1252"));
}

TEST(ReadInput, NamesPackingsThatItDoesNotRead) {
  for (const auto* text : {"PK\x03\x04....", "\xFD\x37zXZ", "Rar!\x1A"}) {
    const auto sink = read_unnamed(std::string(text) + std::string(2, '\0'));
    ASSERT_THAT(sink.faults_in_short(), ElementsAre("unknown_compression@1:0")) << text;
    EXPECT_EQ(sink.faults[0].hint, "unpack it first");
  }
}

TEST(ReadInput, TakesNoPicturesAndOfficeDocumentsForPages) {
  using namespace std::string_literals;
  std::string noise;
  for (int i = 0; i < 3000; ++i) noise += static_cast<char>(i * i * 31 % 251);
  for (const auto& text :
       {"%PDF-1.4 "s + noise, "\xFF\xD8\xFF"s + noise, "\xD0\xCF\x11\xE0"s + noise, "<p>" + noise, noise})
    for (const auto kind : {InputKind::html, InputKind::text}) {
      RecordingSink sink;
      std::istringstream stream(text);
      read_stream(stream, "x", kind, sink);
      EXPECT_THAT(sink.faults_in_short(), ElementsAre("not_text@1:0")) << text.substr(0, 5);
      EXPECT_THAT(sink.titles, IsEmpty());
    }
}

TEST(ReadInput, TakesAPageWithAStrayControlCharacter) {
  RecordingSink sink;
  std::istringstream stream("Ferry stays in harbour\n\nThe ferry did not\x0B sail on Monday, " +
                            std::string(300, 'a') + ".");
  read_stream(stream, "x.txt", InputKind::text, sink);
  EXPECT_THAT(sink.titles, ElementsAre("Ferry stays in harbour"));
}

TEST(ReadInput, TellsPagesByTheFirstBytes) {
  const std::string story = "The ferry did not sail on Monday.";
  const std::vector<std::string> pages{
      "<!DOCTYPE html><title>Ferry stays in harbour</title><p>" + story,
      "\n <html><h1>Ferry stays in harbour</h1><p>" + story,
      "Ferry stays in harbour\n\n" + story,
      "\r\n\r\nFerry stays in harbour\r\n\r\n[Photo] " + story,
  };
  for (const auto& page : pages) {
    const auto sink = read_unnamed(page);
    EXPECT_THAT(sink.titles, ElementsAre("Ferry stays in harbour")) << page;
    EXPECT_THAT(sink.faults_in_short(), IsEmpty()) << page;
  }
}

TEST(ReadInput, RefusesPagesWithoutAnArticleAndPagesThatAreTooLong) {
  EXPECT_THAT(read_unnamed("<html>").faults_in_short(), ElementsAre("no_article@1:0"));
  EXPECT_THAT(read_unnamed("Home").faults_in_short(), ElementsAre("no_article@1:0"));
  EXPECT_THAT(read_unnamed(std::string(longest_page + 1, 'a')).faults_in_short(),
              ElementsAre("too_large@1:0"));
}

TEST(ReadInput, RefusesWhatIsNeitherJsonNorText) {
  EXPECT_THAT(read_unnamed("\x01\x02").faults_in_short(), ElementsAre("malformed_json@1:0"));
}

TEST(ReadInput, SaysWhyAFileCannotBeRead) {
  const testing_support::TemporaryDirectory directory;
  RecordingSink sink;
  EXPECT_EQ(read_input({directory.path("none.json"), InputKind::json, {}}, sink), 0u);
  EXPECT_EQ(read_input({directory.path(), InputKind::json, {}}, sink), 0u);
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("unreadable@1:0", "unreadable@1:0"));
  EXPECT_EQ(sink.faults[0].reason,
            "cannot read " + directory.path("none.json") + ": No such file or directory");
  EXPECT_EQ(sink.faults[1].reason, "cannot read " + directory.path() + ": Is a directory");
}

}  // namespace
}  // namespace morgue
