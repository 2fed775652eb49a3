// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace morgue {
namespace {

/// "0 obrien" for a word, "0 ~elysee" for an elided form, "0 +f16" for a joined one.
std::vector<std::string> tokens(const std::string& text) {
  Lexicon lexicon;
  std::vector<std::string> found;
  for (const Token& token : tokenize(text, lexicon)) {
    const char* mark = token.kind == TokenKind::elided ? "~" : token.kind == TokenKind::joined ? "+" : "";
    found.push_back(std::to_string(token.position) + " " + mark + std::string(lexicon.form(token.form)));
  }
  return found;
}

std::vector<std::string> slices(const std::string& text) {
  Lexicon lexicon;
  std::vector<std::string> found;
  for (const Token& token : tokenize(text, lexicon))
    found.push_back(text.substr(token.begin, token.end - token.begin));
  return found;
}

struct Row {
  std::string text;
  std::vector<std::string> expected;
};

void expect_tokens(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(tokens(row.text), row.expected) << row.text;
}

TEST(Tokenizer, FindsLettersAndDigitsOfAnyScript) {
  expect_tokens({
      {"", {}},
      {"  … — ! ", {}},
      {"The Harbour, 1987", {"0 the", "1 harbour", "2 1987"}},
      {"Сергей Лавров", {"0 сергей", "1 лавров"}},
      {"नमस्ते दुनिया", {"0 नमस्ते", "1 दुनिया"}},
      {"한국어 신문", {"0 한국어", "1 신문"}},
      {"٢٠٢١", {"0 2021"}},
  });
}

TEST(Tokenizer, JoinsOverAnApostropheAndDropsPossessives) {
  expect_tokens({
      {"O'Brien O’Brien O‘Brien OʼBrien", {"0 obrien", "1 obrien", "2 obrien", "3 obrien"}},
      {"Lavrov's Lavrov’S James' said", {"0 lavrov", "1 lavrov", "2 james", "3 said"}},
      {"'quoted' ‘so’", {"0 quoted", "1 so"}},
      {"don't rock'n'roll", {"0 dont", "1 rocknroll"}},
      {"the U.S.'s role, 1980's", {"0 the", "1 us", "2 role", "3 1980"}},
      {"O'Brien's", {"0 obrien"}},
  });
}

TEST(Tokenizer, GivesTheRestAfterAnElisionAsASecondForm) {
  expect_tokens({
      {"l'Élysée", {"0 lelysee", "0 ~elysee"}},
      {"L’Élysée dit", {"0 lelysee", "0 ~elysee", "1 dit"}},
      {"qu'il dell'arte all'alba nell'aria",
       {"0 quil", "0 ~il", "1 dellarte", "1 ~arte", "2 allalba", "2 ~alba", "3 nellaria", "3 ~aria"}},
      {"aujourd'hui", {"0 aujourdhui"}},
      {"l'avant-garde", {"0 lavant", "0 ~avant", "0 +lavantgarde", "0 +avantgarde", "1 garde"}},
      {"l'U.R.S.S. a", {"0 lurss", "0 ~urss", "1 a"}},
  });
}

TEST(Tokenizer, JoinsSingleLettersAndDigitsOverADot) {
  expect_tokens({
      {"U.S. US U.S", {"0 us", "1 us", "2 us"}},
      {"5 p.m. sharp", {"0 5", "1 pm", "2 sharp"}},
      {"John F. Kennedy", {"0 john", "1 f", "2 kennedy"}},
      {"3.5 1.2.3", {"0 3.5", "1 1.2.3"}},
      {"end.Next", {"0 end", "1 next"}},
      {"U.S.Army", {"0 us", "1 army"}},
      {".5 7.", {"0 5", "1 7"}},
  });
  EXPECT_EQ(slices("the U.S. Navy"), (std::vector<std::string>{"the", "U.S.", "Navy"}));
}

TEST(Tokenizer, TakesTheCommaOrThinSpaceOutOfANumberInGroupsOfThree) {
  expect_tokens({
      {"1,000 1,234,567 10,000.50", {"0 1000", "1 1234567", "2 10000.50"}},
      {"1\u2009000 1\u202F000", {"0 1000", "1 1000"}},
      {"12,34", {"0 12", "1 34"}},
      {"1,0000 1234,567", {"0 1", "1 0000", "2 1234", "3 567"}},
      {"1,000,00", {"0 1000", "1 00"}},
      {"1 000", {"0 1", "1 000"}},
  });
}

TEST(Tokenizer, JoinsLettersOverAnAmpersand) {
  expect_tokens(
      {{"AT&T Q&A", {"0 at&t", "1 q&a"}}, {"salt & pepper 3&4", {"0 salt", "1 pepper", "2 3", "3 4"}}});
}

TEST(Tokenizer, SeparatesAtOtherSigns) {
  expect_tokens({{"a_b @c #d $e f%g h/i", {"0 a", "1 b", "2 c", "3 d", "4 e", "5 f", "6 g", "7 h", "8 i"}},
                 {"ferry—harbour ferry–harbour", {"0 ferry", "1 harbour", "2 ferry", "3 harbour"}},
                 {"ferry--harbour a- b", {"0 ferry", "1 harbour", "2 a", "3 b"}},
                 {"anna@example.com", {"0 anna", "1 example", "2 com"}},
                 {"ferry\u200Bharbour", {"0 ferry", "1 harbour"}}});
}

TEST(Tokenizer, GivesACompoundItsPartsAndOneJoinedForm) {
  expect_tokens({
      {"e-mail", {"0 e", "0 +email", "1 mail"}},
      {"state-of-the-art idea", {"0 state", "0 +stateoftheart", "1 of", "2 the", "3 art", "4 idea"}},
      {"well‑known", {"0 well", "0 +wellknown", "1 known"}},
      {"F-16 F16 F 16", {"0 f", "0 +f16", "1 16", "2 f", "2 +f16", "3 16", "4 f", "5 16"}},
      {"COVID-19's", {"0 covid", "0 +covid19", "1 19"}},
      {"3D 10th", {"0 3", "0 +3d", "1 d", "2 10", "2 +10th", "3 th"}},
      {"Lavrov's-led", {"0 lavrov", "0 +lavrovsled", "1 led"}},
      {"U.S.-led", {"0 us", "0 +usled", "1 led"}},
  });
}

TEST(Tokenizer, JoinsNothingWhereDigitMeetsDigit) {
  expect_tokens({{"2020-2021", {"0 2020", "1 2021"}},
                 {"2021-07-15", {"0 2021", "1 07", "2 15"}},
                 {"covid-19-20", {"0 covid", "1 19", "2 20"}}});
}

TEST(Tokenizer, DropsASoftHyphenAndWhatIsInvisible) {
  expect_tokens({{"co\u00ADoperate", {"0 cooperate"}},
                 {"می\u200Cخواهم", {"0 میخواهم"}},
                 {"\u200Eferry\u200F x", {"0 ferry", "1 x"}}});
  EXPECT_EQ(slices("\u200Eferry\u200F x"), (std::vector<std::string>{"ferry", "x"}));
}

TEST(Tokenizer, TakesEveryCharacterOfHanKanaThaiLaoKhmerAndBurmeseAsAWord) {
  expect_tokens({
      {"東京都", {"0 東", "1 京", "2 都"}},
      {"iPhone手机2021年", {"0 iphone", "1 手", "2 机", "3 2021", "4 年"}},
      {"カー", {"0 カ", "1 ー"}},
      {"ประเทศ", {"0 ป", "1 ร", "2 ะ", "3 เ", "4 ท", "5 ศ"}},
      {"ที่นี่", {"0 ที่", "1 นี่"}},
      {"ភាសា", {"0 ភា", "1 សា"}},
      {"မြန်မာ", {"0 မြ", "1 န်", "2 မာ"}},
  });
}

TEST(Tokenizer, MarksTheWholeWordWithoutItsPossessive) {
  EXPECT_EQ(slices("“Lavrov’s” l’Élysée"), (std::vector<std::string>{"Lavrov", "l’Élysée", "Élysée"}));
}

}  // namespace
}  // namespace morgue
