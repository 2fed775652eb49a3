// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/damaged_queries.h"

#include <vector>

namespace morgue::testing_support {
namespace {

/// A query or more for every row of the language.
const std::vector<std::string> valid{
    "lavrov troops",
    "ferry AND (harbour OR fog) -gull",
    "\"old harbour\" OR \"old * harbour\"",
    "=\"U.S.\" exact:\"Sergey  Lavrov\"",
    "ferry NEAR/5 fog ADJ/3 \"old harbour\"",
    "(ferry OR \"fog b*\") w/s lavr* w/p wrld~1",
    "\"fog ferry harbour\"~5 pre/2 a",
    "harb* f?g *bour lavrow~ \"fer* harb~2\"",
    "title:fog body:(a OR -b) person:(sergey lavrov) author:\"jane doe\"",
    "source:\"The Gazette\" tag:t* site:example.org id:a/b(c) url:https://x.y/z?a=b",
    "date:2021-03..2021-06 -date:[2020 TO 2021-02} after:2019 before:2022-01-05",
    "last:7d last:24h added:2026-05 date:none added:>=2026-05-20T10:00:00Z",
    "O’Brien l'Élysée F-16 1,000 AT&T 9/11 東京都 U.S. Straße e-mail",
    "NOT (a b) && +c || -d | e",
    "*:*",
    "intitle:\"a b\"~3^2 /re/ \\\"x\\\" \\*",
};

const std::vector<std::string> prose{
    "“I said ‘no’ – twice,” O’Brien wrote (see p. 12): “that’s all…”",
    "He asked: \"Why not?\" and left; the U.S.-led talks—so far—failed.",
    "« L’Élysée n’a rien dit », a-t-on appris à 10:30 (AFP).",
    "„Die Straße“ ist zu – ›heute‹; 1.000 € für alle!\n\nUnd dann? Nichts.",
    "「東京都の船」は、昨日『出た』。",
    "Breaking: PM's 5% cut -> see http://a.b/c?d=e&f=(g) #now @anna *sigh*",
    "Q: What? A: Nothing [laughs] {aside} ~ fin ~ ^^",
    "לא \"צה״ל\" ולא ארה״ב; \u200Fقال: «لا»\u200E",
};

const std::vector<std::string> signs{"\"",
                                     "“",
                                     "”",
                                     "„",
                                     "«",
                                     "»",
                                     "「",
                                     "」",
                                     "'",
                                     "’",
                                     "(",
                                     ")",
                                     "[",
                                     "]",
                                     "{",
                                     "}",
                                     "-",
                                     "+",
                                     "=",
                                     ":",
                                     "*",
                                     "?",
                                     "~",
                                     "^",
                                     "/",
                                     "\\",
                                     "|",
                                     "||",
                                     "&&",
                                     "..",
                                     " ",
                                     " ",
                                     "\t",
                                     "\n",
                                     "~5",
                                     "~99",
                                     "^2",
                                     "OR",
                                     "AND",
                                     "NOT",
                                     "NEAR",
                                     "w/s",
                                     "pre/0",
                                     "ADJ/",
                                     "title:",
                                     "x:",
                                     "person:(",
                                     "id:",
                                     "date:",
                                     "last:",
                                     "*:*",
                                     "=\"",
                                     "((",
                                     "))",
                                     "\xE2\x80",
                                     "\xC2\xAD",
                                     "\xFF",
                                     "\u200D",
                                     "\u0301",
                                     "\u2009",
                                     "ﬁ",
                                     "İ",
                                     "99999999999999999999",
                                     std::string("\0", 1)};

std::size_t at_a_sign(Chance& chance, const std::string& text) { return chance.below(text.size() + 1); }

void damage(std::string& text, Chance& chance) {
  const auto at = at_a_sign(chance, text);
  switch (chance.below(5)) {
    case 0: text.erase(at, chance.between(1, 4)); break;
    case 1: text.insert(at, text.substr(chance.below(text.size() + 1), chance.between(1, 20))); break;
    case 2:
      if (at < text.size()) text[at] = static_cast<char>(chance.below(256));
      break;
    default: text.insert(at, chance.of(signs)); break;
  }
}

std::string some_bytes(Chance& chance) {
  std::string bytes;
  for (auto n = chance.below(60); n > 0; --n) bytes += static_cast<char>(chance.below(256));
  return bytes;
}

std::string only_signs(Chance& chance) {
  std::string text;
  for (auto n = chance.below(25); n > 0; --n) text += chance.one_in(4) ? "a" : chance.of(signs);
  return text;
}

}  // namespace

std::string damaged_query(Chance& chance) {
  if (chance.one_in(20)) return some_bytes(chance);
  if (chance.one_in(10)) return only_signs(chance);
  std::string text = chance.of(chance.one_in(4) ? prose : valid);
  if (chance.one_in(4)) text.insert(at_a_sign(chance, text), chance.of(valid));
  for (auto n = chance.between(chance.one_in(2) ? 1 : 0, 6); n > 0; --n) damage(text, chance);
  return text;
}

}  // namespace morgue::testing_support
