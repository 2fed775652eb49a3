// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines: each line an article or a fault with its place.
#include "indexer/inputs/json_lines.h"

#include <gmock/gmock.h>

#include <sstream>

#include "tests/indexer/inputs/recording_sink.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RecordingSink read_lines(const std::string& text) {
  std::istringstream stream(text);
  Bytes bytes(stream, {"a.jsonl", 1, 0});
  RecordingSink sink;
  read_json_lines(bytes, sink);
  return sink;
}

TEST(JsonLines, GivesAnArticleALine) {
  const auto sink = read_lines("{\"title\":\"a\"}\n{\"title\":\"b\"}");
  EXPECT_THAT(sink.titles, ElementsAre("a", "b"));
  EXPECT_THAT(sink.places_in_short(), ElementsAre("1:0", "2:14"));
  EXPECT_EQ(sink.places[0].input, "a.jsonl");
  EXPECT_THAT(sink.faults, IsEmpty());
}

TEST(JsonLines, PassesOverBlankLinesCarriageReturnsAndAByteOrderMark) {
  const auto sink = read_lines("\xEF\xBB\xBF{\"title\":\"a\"}\r\n\r\n  \t\n{\"title\":\"b\"}\r\n");
  EXPECT_THAT(sink.titles, ElementsAre("a", "b"));
  EXPECT_THAT(sink.places_in_short(), ElementsAre("1:3", "4:24"));
}

TEST(JsonLines, GoesOnAfterABrokenLine) {
  const auto sink = read_lines("{\"title\":\n{\"title\":\"b\"}\n{\"title\":\"c\" x}\n{\"title\":\"d\"}\n");
  EXPECT_THAT(sink.titles, ElementsAre("b", "d"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("malformed_json@1:9", "malformed_json@3:37"));
}

TEST(JsonLines, SaysWhereAByteIsNotUtf8) {
  const auto sink = read_lines(
      "{\"title\":\"ok\"}\n{\"title\":\"a\xFF\"}\n{\"title\":\"\xED\xA0\x80\"}\n{\"title\":\"b\"}\n");
  EXPECT_THAT(sink.titles, ElementsAre("ok", "b"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("bad_utf8@2:26", "bad_utf8@3:40"));
}

TEST(JsonLines, NamesANulByte) {
  const auto sink = read_lines(std::string("{\"title\":\"a\"}\n\0\n{\"title\":\"b\0\"}\n", 31));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("malformed_json@2:14", "malformed_json@3:27"));
  for (const auto& fault : sink.faults) EXPECT_EQ(fault.reason, "a NUL byte stands here");
}

TEST(JsonLines, RefusesHalfOfASurrogatePairAndANumberWithoutBounds) {
  const auto sink = read_lines("{\"title\":\"\\ud800\"}\n{\"n\":1e999}\n{\"title\":\"\\ud83d\\ude00\"}\n");
  EXPECT_THAT(sink.titles, ElementsAre("😀"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("malformed_json@1:16", "malformed_json@2:19"));
}

TEST(JsonLines, RefusesDeepNestingWithoutFollowingIt) {
  const auto sink =
      read_lines(nested(100) + "\n" + nested(101) + "\n" + nested(1'000'000) + "\n{\"title\":\"a\"}\n");
  EXPECT_THAT(sink.titles, ElementsAre(nested(100), "a"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("too_deep@2:201", "too_deep@3:404"));
}

TEST(JsonLines, DoesNotRepeatALongTextInTheReason) {
  const auto sink = read_lines("{\"title\":\"" + std::string(5000, 'x') + "\n");
  ASSERT_EQ(sink.faults.size(), 1u);
  EXPECT_LT(sink.faults[0].reason.size(), 250u);
}

/// Gives so many letters, then the rest, holding none of it.
class LongLine : public std::streambuf {
 public:
  LongLine(std::size_t letters, std::string rest) : letters_(letters), rest_(std::move(rest)) {}

 protected:
  int_type underflow() override {
    const auto count = std::min(letters_, block_.size());
    letters_ -= count;
    if (count > 0) {
      setg(block_.data(), block_.data(), block_.data() + count);
    } else {
      block_ = std::exchange(rest_, "");
      setg(block_.data(), block_.data(), block_.data() + block_.size());
    }
    return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

 private:
  std::size_t letters_;
  std::string rest_;
  std::string block_ = std::string(64 * 1024, 'x');
};

TEST(JsonLines, PassesOverALineOf130MiB) {
  LongLine buffer(130u << 20, "\n{\"title\":\"a\"}\n");
  std::istream stream(&buffer);
  Bytes bytes(stream, {"a.jsonl", 1, 0});
  RecordingSink sink;
  read_json_lines(bytes, sink);
  EXPECT_THAT(sink.titles, ElementsAre("a"));
  EXPECT_THAT(sink.faults_in_short(), ElementsAre("too_large@1:0"));
}

}  // namespace
}  // namespace morgue
