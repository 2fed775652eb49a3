// SPDX-License-Identifier: GPL-3.0-or-later
// JSON documents: which objects in one are articles, and what happens where one is broken.
#include "indexer/inputs/json_document.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "tests/indexer/inputs/recording_sink.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RecordingSink read_document(const std::string& text) {
  std::istringstream stream(text);
  Bytes bytes(stream, {"a.json", 1, 0});
  RecordingSink sink;
  read_json_document(bytes, sink);
  return sink;
}

TEST(JsonDocument, FindsTheArticlesInEveryForm) {
  const std::vector<std::tuple<std::string, std::vector<std::string>>> rows{
      {R"({"title":"a"})", {"a"}},
      {"\xEF\xBB\xBF {\n \"title\" : \"a\"\n}\n", {"a"}},
      {R"([{"title":"a"},{"title":"b"}])", {"a", "b"}},
      {R"({"status":"ok","total":2,"articles":[{"title":"a"},{"title":"b"}],"next":null})", {"a", "b"}},
      {R"({"meta":{"list":[{"title":"no"}]},"names":["x"],"docs":[{"title":"a"}]})", {"a"}},
      {R"({"images":[{"href":"x"}],"title":"a"})", {"a"}},
      {R"({"images":[{"title":"x"}],"title":"a"})", {"a"}},
      {R"({"response":{"status":"ok","docs":[{"title":"a"},{"title":"b"}]}})", {"a", "b"}},
      {R"({"took":3,"hits":{"total":2,"hits":[{"_id":"1","_source":{"title":"a"}}]}})", {"untitled"}},
      {R"({"world":[{"title":"a"}],"images":[{"href":"x"}],"sport":[{"title":"b"}]})", {"a", "b"}},
      {R"({"rows":[{"x":1},{"x":2}]})", {"untitled", "untitled"}},
      {R"({"uri":"u","subject":[{"name":"fog"}],"headline":"a"})", {"untitled"}},
      {R"({"uri":"u","type":"picture","associations":[{"uri":"v","headline":"h"}],"headline":"a"})",
       {"untitled"}},
      {R"({"title":"a feed","items":[{"title":"a","body":"b"},{"title":"c"}]})", {"a", "c"}},
      {R"({"1":{"title":"a","body":"b"},"2":{"title":"c","body":"d"},"n":{"x":1}})", {"a", "c"}},
      {R"({"response":{"status":"ok","content":{"title":"a","body":"b"}}})", {"a"}},
      {R"({"@graph":[{"@type":"Person"},{"@type":"NewsArticle","headline":"h"}]})", {"untitled"}},
      {R"({"response":{"status":"ok","total":0,"results":[]}})", {}},
      {R"({"body":"b","parts":[{"title":"x"}]})", {"untitled"}},
      {R"({"one":[{"x":1}],"two":[{"x":1}]})", {"untitled"}},
      {R"({"total":0,"articles":[]})", {}},
      {R"({"id":"x","people":[]})", {"untitled"}},
      {R"({})", {"untitled"}},
      {"[]", {}},
      {"", {}},
      {" \n ", {}},
      {"{\"title\":\"a\"}\n{\"title\":\"b\"}\n[{\"title\":\"c\"}]", {"a", "b", "c"}},
      {R"([7,"x",{"title":"a"}])", {"7", "\"x\"", "a"}},
      {R"({"a\"[{":1,"docs":[{"title":"]}"}]})", {"]}"}},
  };
  for (const auto& [text, titles] : rows) {
    const auto sink = read_document(text);
    EXPECT_EQ(sink.titles, titles) << text;
    EXPECT_THAT(sink.faults_in_short(), IsEmpty()) << text;
  }
}

TEST(JsonDocument, NeverHoldsAListHoweverLong) {
  constexpr std::size_t articles = 1200;
  std::string list;
  for (std::size_t i = 0; i < articles; ++i)
    list += (i == 0 ? "" : ",") + ("{\"title\":\"t\",\"body\":\"" + std::string(1000, 'x') + "\"}");
  for (const auto& text : {"[" + list + "]", "{\"n\":1,\"response\":{\"docs\":[" + list + "],\"n\":1}}",
                           "{\"@graph\":[" + list + "]}"}) {
    const auto sink = read_document(text);
    EXPECT_EQ(sink.titles.size(), articles);
    EXPECT_THAT(sink.faults_in_short(), IsEmpty());
  }
}

TEST(JsonDocument, SaysWhereEachArticleBegins) {
  EXPECT_THAT(read_document("[\n{\"title\":\"a\"},\n  {\"title\":\"b\"}]").places_in_short(),
              ElementsAre("2:2", "3:19"));
  EXPECT_THAT(
      read_document("\n{\"n\":1,\n\"docs\":[{\"title\":\"a\"},\n{\"title\":\"b\"}]}").places_in_short(),
      ElementsAre("3:17", "4:32"));
}

TEST(JsonDocument, GoesOnAfterAnArticleThatIsBrokenInItself) {
  const auto sink =
      read_document("[{\"title\":nope},\n{\"title\":\"\xFF\"},\n" + nested(200) + ",{\"title\":\"a\"}]");
  EXPECT_THAT(sink.titles, ElementsAre("a"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("malformed_json@1:11", "bad_utf8@2:27", "too_deep@3:32"));
}

TEST(JsonDocument, GoesOnAfterABrokenArticleInAWrapper) {
  const auto sink = read_document("{\"docs\":[{\"title\":\"a\"},\n{\"title\":nope},{\"title\":\"c\"}]}");
  EXPECT_THAT(sink.titles, ElementsAre("a", "c"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("malformed_json@2:34"));
}

TEST(JsonDocument, EndsWhereTheListItselfIsBroken) {
  const std::vector<std::tuple<std::string, std::vector<std::string>, std::vector<std::string>>> rows{
      {R"([{"title":"a"} {"title":"b"}])", {"a"}, {"malformed_json@1:15"}},
      {R"([{"title":"a"}}, {"title":"b"}])", {"a"}, {"malformed_json@1:14"}},
      {R"([{"title":"a"},)", {"a"}, {"malformed_json@1:15", "malformed_json@1:15"}},
      {R"([{"title":"a"})", {"a"}, {"malformed_json@1:14"}},
      {R"([{"title":"a"},{"title":"b)", {"a"}, {"malformed_json@1:26"}},
      {R"({"docs":[{"title":"a"}])", {"a"}, {"malformed_json@1:23"}},
      {R"({"docs":[{"title":"a"},{"ti)", {"a"}, {"malformed_json@1:27"}},
      {R"({"docs":[{"title":"a"}] "x":1})", {"a"}, {"malformed_json@1:24"}},
      {"nope", {}, {"malformed_json@1:0"}},
      {"{\"title\":\"a\"} nope", {"a"}, {"malformed_json@1:14"}},
      {"{", {}, {"malformed_json@1:1"}},
      {std::string("\0\0", 2), {}, {"malformed_json@1:0"}},
  };
  for (const auto& [text, titles, faults] : rows) {
    const auto sink = read_document(text);
    EXPECT_EQ(sink.titles, titles) << text;
    EXPECT_EQ(sink.faults_in_short(), faults) << text;
  }
}

TEST(JsonDocument, DoesNotFollowBracketsThatNeverEnd) {
  const auto sink = read_document(std::string(1'000'000, '['));
  EXPECT_THAT(sink.titles, IsEmpty());
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("too_deep@1:1"));
}

RC_GTEST_PROP(JsonDocument, ReadsAnyTextToItsEndWithoutHarm, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("{", "}", "[", "]", ",", ":", "\"", "\\", "\"title\":\"a\"",
                                    "\"docs\":[{", "{\"title\":\"b\"}", "1", " ", "\n", "\xFF"));
  std::string text;
  for (const auto& part : parts) text += part;
  const auto sink = read_document(text);
  for (const auto& fault : sink.faults) RC_ASSERT(fault.place.byte <= text.size());
}

RC_GTEST_PROP(JsonDocument, FindsWhatWasWrittenWhateverTheTitles, (const std::vector<std::string>& titles)) {
  auto articles = nlohmann::json::array();
  for (const auto& title : titles) articles.push_back({{"title", title}});
  const auto text = articles.dump(1, ' ', true, nlohmann::json::error_handler_t::replace);
  std::vector<std::string> expected;
  for (const auto& article : nlohmann::json::parse(text)) expected.push_back(article["title"]);
  RC_ASSERT(read_document(text).titles == expected);
  RC_ASSERT(read_document("{\"n\":1,\"docs\":" + text + "}").titles == expected);
}

}  // namespace
}  // namespace morgue
