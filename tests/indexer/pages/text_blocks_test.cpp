// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs of plain texts: blank lines, one line each, wrapped, indented, line ends of every system.
#include "indexer/pages/text_blocks.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::ElementsAre;
using Texts = std::vector<std::string>;

const std::string first = "The ferry to the island did not sail on Monday, since the wind had turned in the";
const std::string second = "night and the master of the ferry would not leave the harbour.";

TEST(TextBlocks, AreCutAtBlankLines) {
  const std::vector<std::pair<std::string, Texts>> rows{
      {"", {}},
      {" \n\n\t\n", {}},
      {"one", {"one"}},
      {"one\n\ntwo\n", {"one", "two"}},
      {"one\r\n\r\ntwo\r\n", {"one", "two"}},
      {"one\r\rtwo", {"one", "two"}},
      {"one\n \t \n\n\ntwo", {"one", "two"}},
      {"\n\none  two\xC2\xA0three \n", {"one two three"}},
  };
  for (const auto& [text, blocks] : rows) EXPECT_EQ(text_blocks(text), blocks) << text;
}

TEST(TextBlocks, JoinLinesThatTheWidthHasCut) {
  EXPECT_THAT(text_blocks(first + "\n" + second + "\n\n" + first + "\n" + second),
              ElementsAre(first + " " + second, first + " " + second));
}

TEST(TextBlocks, KeepLinesThatEndBeforeTheWidth) {
  EXPECT_THAT(text_blocks(first + ".\n" + second + "\n" + first + "."),
              ElementsAre(first + ".", second, first + "."));
  EXPECT_THAT(text_blocks("Ferry stays in harbour\n" + first + "\n" + second),
              ElementsAre("Ferry stays in harbour", first + " " + second));
  EXPECT_THAT(text_blocks("Home\nNews\nThe weather"), ElementsAre("Home", "News", "The weather"));
}

TEST(TextBlocks, KeepParagraphsThatAreOneLongLineEach) {
  const std::string line = first + " " + second + " " + first + ".";
  EXPECT_THAT(text_blocks(line + "\n" + line + "\nA short one."), ElementsAre(line, line, "A short one."));
}

TEST(TextBlocks, BeginAtAnIndentedLine) {
  EXPECT_THAT(text_blocks("  " + first + "\n" + second + "\n  " + first + "\n" + second),
              ElementsAre(first + " " + second, first + " " + second));
}

}  // namespace
}  // namespace morgue
