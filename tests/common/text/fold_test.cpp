// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

namespace morgue {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

TEST(Fold, MakesWritingsOfOneWordEqual) {
  for (const auto& [written, folded] : Rows{{"LAVROV", "lavrov"},
                                            {"Erdoğan", "erdogan"},
                                            {"Straße", "strasse"},
                                            {"STRASSE", "strasse"},
                                            {"ﬁnance", "finance"},
                                            {"Élysée", "elysee"},
                                            {"E\u0301lyse\u0301e", "elysee"},
                                            {"Søren", "soren"},
                                            {"Łódź", "lodz"},
                                            {"Đurđević", "durdevic"},
                                            {"Iğdır", "igdir"},
                                            {"İstanbul", "istanbul"},
                                            {"Æthelœf", "aetheloef"},
                                            {"Þór", "thor"},
                                            {"Μάϊος", "μαιοσ"},
                                            {"Ёлка", "елка"},
                                            {"Йод", "йод"},
                                            {"Київ", "киів"},
                                            {"שָׁלוֹם", "שלום"},
                                            {"مُحَمَّد", "محمد"},
                                            {"أحمد", "احمد"},
                                            {"محـــمد", "محمد"},
                                            {"१२३", "123"},
                                            {"۱۲۳", "123"},
                                            {"１２３", "123"},
                                            {"co\u00ADoperate", "cooperate"},
                                            {"कि", "कि"},
                                            {"ｶﾞ", "ガ"},
                                            {"한국", "한국"}})
    EXPECT_EQ(fold(written), folded) << written;
}

TEST(Fold, KeepsTheMarksOfOtherScripts) {
  EXPECT_NE(fold("कि"), fold("क"));
  EXPECT_NE(fold("ガ"), fold("カ"));
}

TEST(Fold, OfAFoldedTextChangesNothing) {
  EXPECT_TRUE(rc::check("fold is idempotent", [](const std::u32string& letters) {
    std::string text;
    for (const char32_t c : letters) {
      const char32_t letter = 0x20 + c % 0x3000;
      if (letter < 0x80) text += static_cast<char>(letter);
      else if (letter < 0x800)
        text += {static_cast<char>(0xC0 | letter >> 6), static_cast<char>(0x80 | (letter & 0x3F))};
      else
        text += {static_cast<char>(0xE0 | letter >> 12), static_cast<char>(0x80 | (letter >> 6 & 0x3F)),
                 static_cast<char>(0x80 | (letter & 0x3F))};
    }
    RC_ASSERT(fold(fold(text)) == fold(text));
  }));
}

TEST(FoldValue, KeepsOneSpaceBetweenWords) {
  EXPECT_EQ(fold_value("  The\t Harbour\u00A0 Gazette\n"), "the harbour gazette");
  EXPECT_EQ(fold_value(" \n"), "");
}

TEST(ValidUtf8, ReplacesEachMaximalSubpart) {
  EXPECT_EQ(valid_utf8("ab"), "ab");
  EXPECT_EQ(valid_utf8("a\xFF\xFE"
                       "b"),
            "a\uFFFD\uFFFDb");
  EXPECT_EQ(valid_utf8("\xE2\x82"), "\uFFFD");
  EXPECT_EQ(valid_utf8("\xC0\xAF"), "\uFFFD\uFFFD");
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
}

}  // namespace
}  // namespace morgue
