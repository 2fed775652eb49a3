// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/query/literal_text.h"

#include <gtest/gtest.h>

#include "tests/common/query/parsed.h"

namespace morgue {
namespace {

/// The text with [ ] around each occurrence.
std::string found_in(std::string text, std::string_view literal) {
  Lexicon lexicon;
  const AnalysedText analysed{text, tokenize(text, lexicon)};
  std::vector<Place> places;
  LiteralFinder(literal_text(literal)).find(analysed, false, places);
  std::string marked = text;
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    marked.insert(place->end, "]");
    marked.insert(place->begin, "[");
  }
  return marked;
}

struct LiteralRow {
  std::string_view text, literal, found;
};

TEST(LiteralText, StandsWhereItsWordsBeginAndEnd) {
  for (const auto& [text, literal, found] : {
           LiteralRow{"Lavrov's visit", "Lavrov", "[Lavrov]'s visit"},
           {"Lavrov's visit", "Lavrov's", "[Lavrov]'s visit"},
           {"Lavrov visit", "Lavrov's", "Lavrov visit"},
           {"Lavrov’s visit", "Lavrov's", "Lavrov’s visit"},
           {"a party", "art", "a party"},
           {"part arts", "art", "part arts"},
           {"lavrov LAVROV", "Lavrov", "lavrov LAVROV"},
           {"told us, the US.", "US", "told us, the [US]."},
           {"the U.S. army", "U.S.", "the [U.S.] army"},
           {"the U.S. army", "US", "the U.S. army"},
           {"an e-mail", "mail", "an e-[mail]"},
           {"an e-mail", "e-mail", "an [e-mail]"},
           {"an F-16 jet", "F-16", "an [F-16] jet"},
           {"à l'Élysée", "Élysée", "à l'[Élysée]"},
           {"à l'Elysée", "Élysée", "à l'Elysée"},
           {"peace,  talks", "peace, talks", "[peace,  talks]"},
           {"peace\n\ttalks", "peace talks", "[peace\n\ttalks]"},
           {"peacetalks", "peace talks", "peacetalks"},
           {"peace, talks", "peace talks", "peace, talks"},
           {"Yahoo! said", "Yahoo!", "[Yahoo]! said"},
           {"1,000 men", "1,000", "[1,000] men"},
           {"1000 men", "1,000", "1000 men"},
       })
    EXPECT_EQ(found_in(std::string(text), literal), found) << literal;
}

TEST(LiteralText, IsTheSameComposedAndDecomposed) {
  EXPECT_EQ(found_in("x e\xCC\x81te\xCC\x81 y", "été"), "x [e\xCC\x81te\xCC\x81] y");
  EXPECT_EQ(found_in("x été y", "e\xCC\x81te\xCC\x81"), "x [été] y");
  EXPECT_EQ(found_in("x ete y", "été"), "x ete y");
  EXPECT_EQ(found_in("e\xCC\x81 e\xCC\x81 plain", "plain"), "e\xCC\x81 e\xCC\x81 [plain]");
  EXPECT_EQ(found_in("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB x", "한"),
            "[\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB] x");
}

TEST(LiteralText, IsWithoutTheSignsAtItsEnds) {
  for (const auto& [written, ignored, text] : {
           LiteralRow{"  «A  b!» ", "", "A b"},
           {"!?", "", ""},
           {"", "", ""},
           {"U.S.", "", "U.S."},
           {"Lavrov's.", "", "Lavrov's"},
           {"C++", "", "C"},
       })
    EXPECT_EQ(literal_text(written), text);
}

}  // namespace
}  // namespace morgue
