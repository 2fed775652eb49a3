// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/lexicon.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <utility>
#include <vector>

#include "common/text/characters.h"

namespace morgue {
namespace {

TEST(FoldWord, TakesOutTheSignsThatJoin) {
  for (const auto& [slice, form] :
       std::vector<std::pair<std::string, std::string>>{{"O’Brien", "obrien"},
                                                        {"O´Brien", "obrien"},
                                                        {"U.S.", "us"},
                                                        {"state-of-the-art", "stateoftheart"},
                                                        {"1,000", "1000"},
                                                        {"1\u2009000", "1000"},
                                                        {"3.5", "3.5"},
                                                        {"3.5-litre", "3.5litre"},
                                                        {"AT&T", "at&t"},
                                                        {"ŉ", "n"},
                                                        {"٣٫٥", "3٫5"},
                                                        {"soft\u00ADhyphen", "softhyphen"}})
    EXPECT_EQ(fold_word(slice), form) << slice;
}

TEST(FoldWord, LeavesSomethingOfEveryLetterAndDigit) {
  for (UChar32 c = 1; c <= 0x10FFFF; ++c) {
    const CharacterClass is = class_of(c);
    if (is != CharacterClass::letter && is != CharacterClass::digit && is != CharacterClass::ideograph)
      continue;
    std::string letter;
    icu::UnicodeString(c).toUTF8String(letter);
    EXPECT_NE(fold_word(letter), "") << std::hex << c;
  }
}

TEST(Lexicon, GivesWritingsOfOneWordOneForm) {
  Lexicon lexicon;
  const FormId form = lexicon.id_of("Lavrov");
  EXPECT_EQ(lexicon.id_of("LAVROV"), form);
  EXPECT_EQ(lexicon.id_of("Lavrov"), form);
  EXPECT_EQ(lexicon.form(form), "lavrov");
  EXPECT_NE(lexicon.id_of("Laurov"), form);
}

TEST(Lexicon, StemsAFormInEachLanguage) {
  Lexicon lexicon;
  const FormId ferries = lexicon.id_of("Ferries");
  EXPECT_EQ(lexicon.stem(ferries, "en"), lexicon.stem(lexicon.id_of("ferry"), "en"));
  EXPECT_EQ(lexicon.stem(ferries, ""), "ferries");
}

TEST(Lexicon, KeepsItsViewsWhileItGrows) {
  Lexicon lexicon;
  const std::string_view first = lexicon.form(lexicon.id_of("first"));
  for (int i = 0; i < 10'000; ++i) lexicon.id_of("word" + std::to_string(i));
  EXPECT_EQ(first, "first");
}

}  // namespace
}  // namespace morgue
