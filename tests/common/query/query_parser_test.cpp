// SPDX-License-Identifier: GPL-3.0-or-later
// Words, operators, brackets, quotations and what binds tighter. Fields and repairs have tests of their own.
#include "common/query/query_parser.h"

#include <gtest/gtest.h>

#include "tests/common/query/parsed.h"

namespace morgue {
namespace {

TEST(QueryParser, ReadsEveryWritingOfAnOperator) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"lavrov troops", "lavrov AND troops"},
           {"lavrov AND troops", "lavrov AND troops"},
           {"lavrov && troops", "lavrov AND troops"},
           {"lavrov&&troops", "lavrov AND troops"},
           {"+lavrov +troops", "lavrov AND troops"},
           {"a OR b", "a OR b"},
           {"a | b", "a OR b"},
           {"a||b", "a OR b"},
           {"-a", "NOT a"},
           {"NOT a", "NOT a"},
           {"a -b", "a AND NOT b"},
           {"a NOT b", "a AND NOT b"},
           {"a AND NOT b", "a AND NOT b"},
           {"a OR NOT b", "a OR NOT b"},
           {"(-a)", "NOT a"},
           {"-(a b)", "NOT (a AND b)"},
           {"-\"a b\"", "NOT \"a b\""},
           {"-5", "NOT 5"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, TakesADashForAWordWhereItStandsBeforeNoOperandOrAfterNoSpace) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"a - b", "a AND b"},
           {"a -- b", "a AND b"},
           {"a – b", "a AND b"},
           {"a -, b", "a AND b"},
           {"--a", "a"},
           {"-+a", "a"},
           {"a+ b", "a AND b"},
           {"a & b", "a AND b"},
           {"e-mail", "e-mail"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, ReadsOperatorsOnlyInCapitalsAndUnescaped) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"rock and roll", "rock AND and AND roll"},
           {"a or b", "a AND or AND b"},
           {"\\AND b", "and AND b"},
           {"\"AND\" b", "\"and\" AND b"},
           {"-AND", "NOT and"},
           {"ANDROID ORB", "android AND orb"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, BindsNotTighterThanAndAndAndTighterThanOr) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"a b OR c", "(a AND b) OR c"},
           {"a OR b c", "a OR (b AND c)"},
           {"a OR b AND c OR d", "a OR (b AND c) OR d"},
           {"(a OR b) c", "(a OR b) AND c"},
           {"a (b c)", "a AND b AND c"},
           {"a OR (b OR c)", "a OR b OR c"},
           {"-a b", "NOT a AND b"},
           {"NOT a OR b", "NOT a OR b"},
           {"((a))", "a"},
           {"NOT NOT a", "a"},
           {"NOT -a", "a"},
           {"-(-a)", "a"},
           {"a(b)c", "a AND b AND c"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, MakesWordsSideBySideAlternativesUnderMatchAny) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"a b", "a OR b"},
           {"a b OR c", "a OR b OR c"},
           {"a AND b", "a AND b"},
           {"a AND b c", "(a AND b) OR c"},
           {"(a b) AND c", "(a OR b) AND c"},
           {"title:(a b)", "title:a OR title:b"},
           {"a -b", "a AND NOT b"},
           {"a b -c", "(a OR b) AND NOT c"},
           {"-a -b", "NOT a AND NOT b"},
           {"+a", "a"},
           {"+a +b", "a AND b"},
           {"a b +c", "c AND (a OR b OR *:*)"},
           {"a +b -c", "b AND (a OR *:*) AND NOT c"},
           {"a -b OR c", "(a AND NOT b) OR c"},
           {"a (-b)", "a OR NOT b"},
           {"9/11 a", "\"9 11\" OR a"},
       })
    EXPECT_EQ(understood(typed, true), expected) << typed;
}

TEST(QueryParser, ReadsEveryKindOfDoubleQuote) {
  for (const auto* typed :
       {"\"a b\"", "“a b”", "”a b”", "„a b“", "«a b»", "« a b »", "»a b«", "＂a b＂", "「a b」", "『a b』",
        "“a b\"", "\"a b", "(\"a b\")", "\"a   b\"", "\"a, b!\"", "\"a\"b\""})
    EXPECT_EQ(understood(typed), "\"a b\"") << typed;
}

TEST(QueryParser, OpensAndClosesQuotesOnlyAtTheirPlaces) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"a\"b c", "\"a b\" AND c"},
           {"5\" nails", "5 AND nails"},
           {"\"a \"b\" c", "\"a b\" AND c"},
           {"\"a b\"~5 c", "\"a b\"~5 AND c"},
           {"a|\"b c\"", "a OR \"b c\""},
           {"\"a b\"|\"c d\"", "\"a b\" OR \"c d\""},
           {"\"a «b c» d\"", "\"a b c d\""},
           {"\"a \\\" b\"", "\"a b\""},
           {"'a b'", "a AND b"},
           {"‘a b’", "a AND b"},
           {"\"O’Brien’s\"", "\"obrien\""},
           {"a \"\" b", "a AND b"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, MakesAChunkOfSeveralWordsAPhrase) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"9/11", "\"9 11\""},
           {"10:30", "\"10 30\""},
           {"a@b.com", "\"a b com\""},
           {"a\\ b", "\"a b\""},
           {"東京都", "\"東 京 都\""},
           {"2020-2021", "\"2020 2021\""},
           {"https://www.example.org/x", "\"https www example org x\""},
           {"C++", "c"},
           {"3.5", "3.5"},
           {"AT&T", "at&t"},
           {"1\u2009000", "1000"},
           {"12\u202F34", "\"12 34\""},
           {"a\u2009b", "a AND b"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, TakesTheSignAfterABackslashLiterally) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"\\-a", "a"},
           {"\\\"a b", "a AND b"},
           {"title\\:x", "\"title x\""},
           {"\\(a\\) b", "a AND b"},
           {"a \\| b", "a AND b"},
           {"a\\", "a"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParser, UnderstandsNothingAndEverything) {
  for (const auto* typed : {"", " ", "\t\n", "\xE3\x80\x80", "*:*"}) {
    EXPECT_EQ(parse_query(typed, on_a_thursday).tree, Node{Everything{}}) << typed;
    EXPECT_EQ(warnings_of(typed), "") << typed;
  }
  for (const auto* typed : {"???", "-", "()", "\"\"", "AND", "!!! ..."}) {
    EXPECT_EQ(parse_query(typed, on_a_thursday).tree, Node{Nothing{}}) << typed;
    EXPECT_NE(warnings_of(typed).find("nothing_to_search"), std::string::npos) << typed;
  }
  EXPECT_EQ(understood("*:* -a"), "*:* AND NOT a");
}

TEST(QueryParser, KeepsABareWordApartFromAPhraseOfOneWord) {
  const auto word = parse_query("Lavrov", on_a_thursday).tree;
  const auto phrase = parse_query("\"Lavrov\"", on_a_thursday).tree;
  const Term term{"lavrov", TermKind::plain, {{"lavrov"}}, {}};
  EXPECT_EQ(word, (Node{Word{Field::any, term}}));
  EXPECT_EQ(phrase, (Node{Phrase{Field::any, {term}}}));
}

}  // namespace
}  // namespace morgue
