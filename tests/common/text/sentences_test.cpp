// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
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

/// Without those behind the first behind the byte.
std::vector<std::uint32_t> as_far_as(std::size_t byte, std::vector<std::uint32_t> begins) {
  const auto behind = std::ranges::upper_bound(begins, byte);
  if (behind != begins.end()) begins.erase(behind + 1, begins.end());
  return begins;
}

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

std::vector<std::uint32_t> begins_by_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
  UText* opened = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  breaks->setText(opened, status);
  std::vector<std::uint32_t> begins;
  for (auto at = breaks->first(); at < static_cast<std::int32_t>(text.size()); at = breaks->next())
    begins.push_back(static_cast<std::uint32_t>(at));
  utext_close(opened);
  return begins;
}

TEST(Sentences, AreThoseOfUnicode) {
  const std::vector<std::string> pieces{
      "Foxes", "ran",  "éclair", "Été",    "東京",   "ﬁ",      "ª",      "7",      ".",         ".",  ".",
      "…",     "!",    "?",      "。",     " ",      " ",      " ",      "\t",     "\u00a0",    "\"", "'",
      "”",     "“",    "’",      ")",      "(",      ",",      "-",      "–",      ":",         ";",  "$",
      "٣",     "\x01", "\u0085", "\u2028", "\u0301", "\u00ad", "\u200d", "\u2060", "\U0001F600"};
  EXPECT_TRUE(rc::check("cut as ICU cuts", [&] {
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string text;
    for (const auto& piece : chosen) text += piece;
    if (text.empty()) return;
    RC_ASSERT(sentence_begins(text) == begins_by_icu(text));
    const auto byte = *rc::gen::inRange<std::size_t>(0, text.size());
    RC_ASSERT(as_far_as(byte, sentence_begins(text, byte)) == as_far_as(byte, begins_by_icu(text)));
  }));
}

TEST(Sentences, OfAnEmptyTextAreNone) { EXPECT_TRUE(sentence_begins("").empty()); }

TEST(Paragraphs, BeginAfterBlankLines) {
  const std::string text = "One\nstill one.\n \t\nTwo.\r\n\r\n\r\n  Three.\n";
  EXPECT_EQ(cut(text, paragraph_begins(text)),
            (Texts{"One\nstill one.\n \t\n", "Two.\r\n\r\n\r\n", "  Three.\n"}));
}

}  // namespace
}  // namespace morgue
