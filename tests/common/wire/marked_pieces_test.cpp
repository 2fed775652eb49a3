// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of cutting highlights.
#include "common/wire/marked_pieces.h"

#include <gtest/gtest.h>

#include <string>

namespace morgue {
namespace {

/// The pieces one after another, marked ones in brackets.
std::string shown(const Highlight& highlight) {
  std::string all;
  for (const auto& piece : marked_pieces(highlight)) {
    EXPECT_FALSE(piece.text.empty());
    all.append(piece.marked ? "[" : "").append(piece.text).append(piece.marked ? "]" : "|");
  }
  return all;
}

struct Case {
  Highlight highlight;
  std::string expected;
};

TEST(MarkedPieces, AreCutWhereRangesBeginAndEndInCodePoints) {
  const Case cases[] = {
      {{"", {}}, ""},
      {{"no mark", {}}, "no mark|"},
      {{"Lavrov said", {{0, 6}}}, "[Lavrov] said|"},
      {{"said Lavrov", {{5, 11}}}, "said |[Lavrov]"},
      {{"Lavrov", {{0, 6}}}, "[Lavrov]"},
      {{"ab", {{0, 1}, {1, 2}}}, "[a][b]"},
      {{"Лавров сказал", {{7, 13}}}, "Лавров |[сказал]"},
      {{"😀 sea 海", {{0, 1}, {6, 7}}}, "[😀] sea |[海]"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(c.highlight), c.expected) << c.highlight.text;
}

TEST(MarkedPieces, TakeNoHarmFromRangesThatCannotBe) {
  const Case cases[] = {
      {{"", {{0, 3}}}, ""},
      {{"sea", {{1, 99}}}, "s|[ea]"},
      {{"sea", {{3, 5}}}, "sea|"},
      {{"sea", {{7, 9}}}, "sea|"},
      {{"sea", {{1, 1}}}, "s|ea|"},
      {{"sea", {{2, 1}}}, "se|a|"},
      {{"a sea", {{2, 4}, {3, 5}}}, "a |[se][a]"},
      {{"a sea", {{2, 5}, {0, 1}}}, "a |[sea]"},
  };
  for (const auto& c : cases) EXPECT_EQ(shown(c.highlight), c.expected) << c.highlight.text;
}

}  // namespace
}  // namespace morgue
