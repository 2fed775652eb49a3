// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue {
namespace {

using Texts = std::vector<std::string>;

Texts cut(const std::string& text, const std::vector<std::uint32_t>& begins) {
  Texts pieces;
  for (std::size_t i = 0; i < begins.size(); ++i) {
    const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
    pieces.push_back(text.substr(begins[i], end - begins[i]));
  }
  return pieces;
}
Texts sentences(const std::string& text) { return cut(text, sentence_begins(text)); }

TEST(Sentences, EndWhereReadersSeeThemEnd) {
  EXPECT_EQ(sentences("The ferry left. Nobody waved! Did it rain?"),
            (Texts{"The ferry left. ", "Nobody waved! ", "Did it rain?"}));
  EXPECT_EQ(sentences("船が出た。誰も手を振らなかった。"), (Texts{"船が出た。", "誰も手を振らなかった。"}));
}

TEST(Sentences, GoOnAfterInitialsTitlesMonthsAndHours) {
  for (const auto* one : {"J. R. Halloran spoke.", "Dr. Weiss and Mrs. Orr met.", "On Jan. 4 it froze.",
                          "At 5 p.m. The gates closed.", "At 9 A.M. Sharp blasts.", "(Gen. Abel nodded)"})
    EXPECT_EQ(sentences(one).size(), 1u) << one;
}

TEST(Sentences, GoOnOverASingleLineBreak) {
  EXPECT_EQ(sentences("Showers continued in\nthe Bahia zone. They\nended."),
            (Texts{"Showers continued in\nthe Bahia zone. ", "They\nended."}));
}

TEST(Sentences, NeverCrossABlankLine) {
  EXPECT_EQ(sentences("A heading\n\nThe first line. The second."),
            (Texts{"A heading\n\n", "The first line. ", "The second."}));
}

TEST(Sentences, OfAnEmptyTextAreNone) { EXPECT_TRUE(sentence_begins("").empty()); }

TEST(Paragraphs, BeginAfterBlankLines) {
  const std::string text = "One\nstill one.\n \t\nTwo.\r\n\r\n\r\n  Three.\n";
  EXPECT_EQ(cut(text, paragraph_begins(text)),
            (Texts{"One\nstill one.\n \t\n", "Two.\r\n\r\n\r\n", "  Three.\n"}));
}

}  // namespace
}  // namespace morgue
