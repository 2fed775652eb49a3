// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes: places, lines and whole JSON values, within limits.
#include "indexer/inputs/bytes.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <sstream>

namespace morgue {
namespace {

constexpr std::size_t plenty = 1000;

TEST(Nesting, FollowsBracketsPastStrings) {
  Nesting nesting;
  for (const char c : std::string(R"({"a [ \" {": [[]]})")) nesting.see(c);
  EXPECT_EQ(nesting.depth(), 0u);
  EXPECT_EQ(nesting.deepest(), 3u);
  EXPECT_FALSE(nesting.is_in_string());
}

TEST(Bytes, CountsLinesFromOneAndBytesFromNought) {
  std::istringstream stream("a\nb");
  Bytes bytes(stream, {"x", 1, 0});
  EXPECT_EQ(bytes.place(), (Place{"x", 1, 0}));
  bytes.skip();
  bytes.skip();
  EXPECT_EQ(bytes.peek(), 'b');
  EXPECT_EQ(bytes.place(), (Place{"x", 2, 2}));
  bytes.skip();
  EXPECT_EQ(bytes.peek(), Bytes::end);
}

TEST(Bytes, PassesOverAByteOrderMarkAtTheStart) {
  std::istringstream stream("\xEF\xBB\xBFx");
  Bytes bytes(stream, {"x", 1, 0});
  EXPECT_EQ(bytes.peek(), 'x');
  EXPECT_EQ(bytes.place().byte, 3u);
}

TEST(Bytes, KnowsNothingToBePeekedAtInAnEmptyInput) {
  std::istringstream stream("");
  Bytes bytes(stream, {"x", 1, 0});
  EXPECT_EQ(bytes.peek(), Bytes::end);
  EXPECT_EQ(bytes.take_line(plenty).text, "");
  EXPECT_EQ(bytes.ahead(plenty), "");
}

TEST(Bytes, TakesLinesWithoutTheirEnd) {
  std::istringstream stream("one\n\nlast");
  Bytes bytes(stream, {"x", 1, 0});
  for (const auto* line : {"one", "", "last"}) EXPECT_EQ(bytes.take_line(plenty).text, line);
  EXPECT_EQ(bytes.peek(), Bytes::end);
}

TEST(Bytes, PassesOverALineBeyondTheLimitAndKeepsCounting) {
  std::istringstream stream("12345\n123456\n1\n");
  Bytes bytes(stream, {"x", 1, 0});
  EXPECT_EQ(bytes.take_line(5).text, "12345");
  const auto line = bytes.take_line(5);
  EXPECT_TRUE(line.is_too_long);
  EXPECT_EQ(line.text, "");
  EXPECT_EQ(line.begin, (Place{"x", 2, 6}));
  EXPECT_EQ(bytes.place(), (Place{"x", 3, 13}));
  EXPECT_EQ(bytes.take_line(5).text, "1");
}

TEST(Bytes, TakesOneValueWholly) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {R"({"a":[1,{}]},)", R"({"a":[1,{}]})"},
      {R"("a \" b" )", R"("a \" b")"},
      {"12,", "12"},
      {"true]", "true"},
      {"null", "null"},
      {"[[\"]\"]]]", "[[\"]\"]]"},
      {",", ""},
  };
  for (const auto& [text, value] : rows) {
    std::istringstream stream(text);
    Bytes bytes(stream, {"x", 1, 0});
    const auto piece = bytes.take_value(plenty);
    EXPECT_EQ(piece.text, value);
    EXPECT_TRUE(piece.is_complete) << text;
  }
}

TEST(Bytes, SaysThatTheEndCutAValueOff) {
  for (const auto* text : {"{\"a\":1", "[", "\"a", "\"a\\\""}) {
    std::istringstream stream(text);
    Bytes bytes(stream, {"x", 1, 0});
    EXPECT_FALSE(bytes.take_value(plenty).is_complete) << text;
  }
}

TEST(Bytes, LooksAheadWithoutPassingOver) {
  std::istringstream stream("a\n{\"b\":[1]} c");
  Bytes bytes(stream, {"x", 1, 0});
  EXPECT_EQ(bytes.ahead(3), "a\n{");
  EXPECT_EQ(bytes.take_line(plenty).text, "a");
  const auto cut_off = bytes.look_at_value(4);
  EXPECT_EQ(cut_off.text, "{\"b\"");
  EXPECT_FALSE(cut_off.is_complete);
  const auto whole = bytes.look_at_value(plenty);
  EXPECT_EQ(whole.text, "{\"b\":[1]}");
  EXPECT_TRUE(whole.is_complete);
  EXPECT_EQ(bytes.place(), (Place{"x", 2, 2}));
  EXPECT_EQ(bytes.take_value(plenty).text, whole.text);
  EXPECT_EQ(bytes.ahead(plenty), " c");
}

TEST(Bytes, LooksFurtherAheadThanItsBlocks) {
  const std::string text = "x\n[\"" + std::string(300'000, 'y') + "\"]z";
  std::istringstream stream(text);
  Bytes bytes(stream, {"x", 1, 0});
  bytes.take_line(plenty);
  EXPECT_EQ(bytes.look_at_value(400'000).text.size(), text.size() - 3);
  EXPECT_EQ(bytes.ahead(400'000).size(), text.size() - 2);
  bytes.take_value(0);
  EXPECT_EQ(bytes.peek(), 'z');
  EXPECT_EQ(bytes.place().byte, text.size() - 1);
}

TEST(Bytes, RemembersWhereTheTextTakenLastBegins) {
  std::istringstream stream("a\nbc\n");
  Bytes bytes(stream, {"x", 1, 0});
  bytes.take_line(plenty);
  bytes.take_line(plenty);
  EXPECT_EQ(bytes.last_begin(), (Place{"x", 2, 2}));
}

// The blocks of the buffer must not show.
RC_GTEST_PROP(Bytes, TakesLinesOfAnyLength, ()) {
  const auto lengths =
      *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 150'000));
  std::string text;
  for (const auto length : lengths) text.append(length, 'x').append("\n");
  std::istringstream stream(text);
  Bytes bytes(stream, {"x", 1, 0});
  for (const auto length : lengths) RC_ASSERT(bytes.take_line(200'000).text.size() == length);
  RC_ASSERT(bytes.peek() == Bytes::end);
  RC_ASSERT(bytes.place().byte == text.size());
}

}  // namespace
}  // namespace morgue
