// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/render/paragraphs.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <ostream>

#include "common/wire/marked_pieces.h"

namespace morgue {

static void PrintTo(const Highlight& highlight, std::ostream* out) {
  *out << highlight.start << ":\"" << highlight.text << "\"";
  for (const auto& [begin, end] : highlight.ranges) *out << " [" << begin << "," << end << ")";
}

namespace {

using Cut = std::vector<Highlight>;

TEST(Paragraphs, AreSplitByBlankLines) {
  EXPECT_EQ(paragraphs({"One.\n\nTwo.\r\n \t\r\n\nThree.\n", {}, 0}),
            (Cut{{"One.", {}, 0}, {"Two.", {}, 6}, {"Three.", {}, 17}}));
}

TEST(Paragraphs, KeepSingleLineBreaks) {
  EXPECT_EQ(paragraphs({"one\ntwo\n\nthree", {}, 0}), (Cut{{"one\ntwo", {}, 0}, {"three", {}, 9}}));
}

TEST(Paragraphs, OfNothingAreNone) {
  for (const auto* text : {"", "\n", " \n\n\t\n", "\r\n"})
    EXPECT_EQ(paragraphs({text, {}, 0}), Cut{}) << text;
}

TEST(Paragraphs, BeginAndEndWithText) {
  EXPECT_EQ(paragraphs({"\n\n  one \n\n\n two", {}, 0}), (Cut{{"one", {}, 4}, {"two", {}, 12}}));
}

TEST(Paragraphs, TakeTheirRangesAlong) {
  EXPECT_EQ(paragraphs({"a ferry\n\nb ferry c", {{2, 7}, {11, 16}}, 0}),
            (Cut{{"a ferry", {{2, 7}}, 0}, {"b ferry c", {{2, 7}}, 9}}));
}

TEST(Paragraphs, CountCodePoints) {
  EXPECT_EQ(paragraphs({"é😀\n\nßä öü", {{0, 1}, {7, 9}}, 0}),
            (Cut{{"é😀", {{0, 1}}, 0}, {"ßä öü", {{3, 5}}, 4}}));
}

TEST(Paragraphs, ShareARangeThatCrossesTheirEnd) {
  EXPECT_EQ(paragraphs({"the central\n\nasia plan", {{4, 17}}, 0}),
            (Cut{{"the central", {{4, 11}}, 0}, {"asia plan", {{0, 4}}, 13}}));
}

TEST(Paragraphs, ShareARangeOverSeveral) {
  EXPECT_EQ(paragraphs({"a\n\nb\n\nc", {{0, 7}}, 0}),
            (Cut{{"a", {{0, 1}}, 0}, {"b", {{0, 1}}, 3}, {"c", {{0, 1}}, 6}}));
}

TEST(Paragraphs, CountFromWhereTheWholeBegins) {
  EXPECT_EQ(paragraphs({"one\n\ntwo", {}, 100}), (Cut{{"one", {}, 100}, {"two", {}, 105}}));
}

std::string marked_signs(const Highlight& highlight) {
  std::string signs;
  for (const auto& piece : marked_pieces(highlight))
    if (piece.marked) signs += piece.text;
  std::erase_if(signs, [](char sign) { return sign == '\n' || sign == ' '; });
  return signs;
}

RC_GTEST_PROP(Paragraphs, MarkWhatTheWholeMarks, ()) {
  Highlight whole;
  const auto signs = *rc::gen::container<std::vector<std::string>>(
      rc::gen::elementOf(std::vector<std::string>{"a", "é", "😀", " ", "\n", "\n\n"}));
  for (const auto& sign : signs) whole.text += sign;
  auto ends =
      *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, signs.size() + 1));
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) whole.ranges.emplace_back(ends[i], ends[i + 1]);

  std::string marked;
  for (const auto& paragraph : paragraphs(whole)) {
    RC_ASSERT(!paragraph.text.empty());
    RC_ASSERT(paragraph.text.find("\n\n") == std::string::npos);
    marked += marked_signs(paragraph);
  }
  RC_ASSERT(marked == marked_signs(whole));
}

}  // namespace
}  // namespace morgue
