// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "common/text/fold.h"
#include "common/text/tokenizer.h"
#include "common/text/wanted_forms.h"

namespace morgue {
namespace {

std::string utf8(const std::vector<char32_t>& points) {
  std::string text;
  for (const char32_t point : points) {
    char bytes[4];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(point));
    text.append(bytes, static_cast<std::size_t>(length));
  }
  return text;
}

/// Any code point, with the signs that the rulings are about far more often than chance has them.
rc::Gen<std::string> unicode_text() {
  static const std::u32string telling =
      U"aAzZsSlLdDqu09.,-'’‘´&_@ "
      U"\n\u00AD\u2009\u200C\u200D\u2010\u2011\u05D0\u05BE\u0301\u0308ßﬁİıøéйﷺŉ東カーกำ한²①½٣";
  const auto sign = rc::gen::elementOf(telling);
  const auto any = rc::gen::suchThat(rc::gen::inRange<char32_t>(1, 0x110000),
                                     [](char32_t c) { return c < 0xD800 || c > 0xDFFF; });
  const auto basic = rc::gen::inRange<char32_t>(0x20, 0x2000);
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(
                          rc::gen::weightedOneOf<char32_t>({{6, sign}, {2, basic}, {1, any}})),
                      utf8);
}

TEST(TokenizerProperty, EveryTokenIsFoundAgainAtItsByteRange) {
  EXPECT_TRUE(rc::check("slices fold to their forms; words never overlap; positions count up", [] {
    const std::string text = *unicode_text();
    Lexicon lexicon;
    std::uint32_t word_end = 0;
    std::uint32_t next_position = 0;
    for (const Token& token : tokenize(text, lexicon)) {
      RC_ASSERT(token.begin < token.end);
      RC_ASSERT(token.end <= text.size());
      const std::string slice = text.substr(token.begin, token.end - token.begin);
      RC_ASSERT(is_valid_utf8(slice));
      RC_ASSERT(fold_word(slice) == lexicon.form(token.form));
      RC_ASSERT(!lexicon.form(token.form).empty());
      if (token.kind != TokenKind::word) {
        RC_ASSERT(token.position + 1 == next_position);
        continue;
      }
      RC_ASSERT(token.begin >= word_end);
      RC_ASSERT(token.position == next_position);
      word_end = token.end;
      ++next_position;
    }
  }));
}

TEST(TokenizerProperty, AWordAloneIsTheSameWord) {
  EXPECT_TRUE(rc::check("tokenizing a word's slice gives that word", [] {
    const std::string text = *unicode_text();
    Lexicon lexicon;
    for (const Token& token : tokenize(text, lexicon)) {
      const std::string slice = text.substr(token.begin, token.end - token.begin);
      const auto alone = tokenize(slice, lexicon);
      RC_ASSERT(!alone.empty());
      if (token.kind == TokenKind::word) RC_ASSERT(alone.front().form == token.form);
    }
  }));
}

TEST(TokenizerProperty, WantedFormsAreFoundWhereTheyAreAmongAll) {
  EXPECT_TRUE(rc::check("those of all tokens that are wanted, and no token that is none", [] {
    const std::string text = *unicode_text();
    Lexicon lexicon;
    const auto all = tokenize(text, lexicon);
    WantedForms wanted;
    std::set<FormId> forms;
    for (const Token& token : all)
      if (*rc::gen::inRange(0, 4) == 0 && forms.insert(token.form).second)
        wanted.add(lexicon.form(token.form));
    std::vector<Token> found;
    tokenize(text, wanted, lexicon, found);
    for (const Token& token : all)
      if (forms.contains(token.form)) RC_ASSERT(std::ranges::find(found, token) != found.end());
    for (const Token& token : found) RC_ASSERT(std::ranges::find(all, token) != all.end());
  }));
}

TEST(TokenizerProperty, NeverCrashesOnInvalidBytes) {
  EXPECT_TRUE(rc::check("any bytes", [](const std::string& bytes) {
    Lexicon lexicon;
    for (const Token& token : tokenize(bytes, lexicon)) RC_ASSERT(token.end <= bytes.size());
  }));
}

}  // namespace
}  // namespace morgue
