// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/query/query_terms.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

std::vector<Term> terms(std::string_view text) {
  Lexicon lexicon;
  return terms_of(text, lexicon);
}

TEST(QueryTerms, AreWordsWithTheirForms) {
  EXPECT_EQ(terms("Lavrov's"), (std::vector<Term>{{"lavrov", TermKind::plain, {{"lavrov"}}, {}}}));
  EXPECT_EQ(terms("O’Brien"), (std::vector<Term>{{"obrien", TermKind::plain, {{"obrien"}}, {}}}));
  EXPECT_EQ(terms("l'Élysée"),
            (std::vector<Term>{{"l'elysee", TermKind::plain, {{"lelysee", "elysee"}}, {}}}));
  EXPECT_EQ(terms("!?"), std::vector<Term>{});
}

TEST(QueryTerms, AreCompoundsAsOne) {
  EXPECT_EQ(terms("E-Mail"), (std::vector<Term>{{"e-mail", TermKind::plain, {{"e"}, {"mail"}}, {"email"}}}));
  EXPECT_EQ(terms("F-16"), (std::vector<Term>{{"f-16", TermKind::plain, {{"f"}, {"16"}}, {"f16"}}}));
  EXPECT_EQ(terms("F16"), (std::vector<Term>{{"f16", TermKind::plain, {{"f"}, {"16"}}, {"f16"}}}));
  EXPECT_EQ(terms("F16-like"),
            (std::vector<Term>{{"f16-like", TermKind::plain, {{"f"}, {"16"}, {"like"}}, {"f16like"}}}));
  EXPECT_EQ(terms("l'e-mail"),
            (std::vector<Term>{{"l'e-mail", TermKind::plain, {{"le", "e"}, {"mail"}}, {"lemail", "email"}}}));
}

TEST(QueryTerms, StandSideBySideWhereNothingJoinsThem) {
  EXPECT_EQ(terms("2020-2021"), (std::vector<Term>{{"2020", TermKind::plain, {{"2020"}}, {}},
                                                   {"2021", TermKind::plain, {{"2021"}}, {}}}));
  EXPECT_EQ(terms("F-16 jets").size(), 2U);
  EXPECT_EQ(terms("東京").size(), 2U);
}

TEST(QueryTerms, GiveThemselvesAgain) {
  for (const auto* text : {"Lavrov",
                           "l'Élysée",
                           "F-16's",
                           "U.S.",
                           "1,000",
                           "3.5",
                           "AT&T",
                           "Straße",
                           "ﷺ",
                           "ŉ",
                           "covid-19-related",
                           "qu'aujourd'hui",
                           "James'-led",
                           "x'1",
                           "ﬁ",
                           "½",
                           "㎏",
                           "東",
                           "ก็",
                           "한국"})
    for (const auto& term : terms(text)) EXPECT_EQ(terms(term.text), std::vector<Term>{term}) << text;
}

}  // namespace
}  // namespace morgue
