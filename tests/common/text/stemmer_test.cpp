// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/stemmer.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Stemmer, BringsFormsOfAWordTogether) {
  const Stemmer english("en");
  EXPECT_EQ(english.stem("ferries"), english.stem("ferry"));
  EXPECT_EQ(english.stem("sailed"), english.stem("sailing"));
  EXPECT_EQ(Stemmer("fr").stem("ministres"), Stemmer("fr").stem("ministre"));
  EXPECT_EQ(Stemmer("ru").stem("министра"), Stemmer("ru").stem("министр"));
}

TEST(Stemmer, LeavesWordsOfALanguageWithoutOneAlone) { EXPECT_EQ(Stemmer("").stem("ferries"), "ferries"); }

TEST(Stemmer, LeavesEndlessRunsOfLettersAlone) {
  const std::string endless(100'000, 's');
  EXPECT_EQ(Stemmer("en").stem(endless), endless);
}

TEST(StemLanguage, IsThePrimarySubtagOfALanguageWithAStemmer) {
  EXPECT_EQ(stem_language("en-GB"), "en");
  EXPECT_EQ(stem_language("PT_br"), "pt");
  EXPECT_EQ(stem_language("zh-Hans"), "");
  EXPECT_EQ(stem_language(""), "");
}

TEST(StemLanguage, HasAStemmerForEveryRowOfItsTable) {
  for (const auto* language :
       {"ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id", "in",
        "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"}) {
    EXPECT_NE(stem_language(language), "") << language;
    EXPECT_NO_THROW(Stemmer{language}) << language;
  }
}

}  // namespace
}  // namespace morgue
