// SPDX-License-Identifier: GPL-3.0-or-later
// What is repaired and noticed, with its place; and that nothing brings the parser down.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "common/query/query_lexer.h"
#include "tests/common/query/parsed.h"

namespace morgue {
namespace {

TEST(QueryParserRepairs, SaysWhatWasRepairedAndWhere) {
  for (const auto& [typed, expected, warnings] : {
           WarningRow{"a AND", "a", "dangling_operator[2,5)"},
           {"OR a", "a", "dangling_operator[0,2)"},
           {"a AND OR b", "a AND b", "dangling_operator[6,8)"},
           {"a NOT", "a", "dangling_operator[2,5)"},
           {"NEAR/5 a", "a", "dangling_operator[0,6)"},
           {"a ()", "a", "empty_group[2,4)"},
           {"(a", "a", "unbalanced_paren[0,1)"},
           {"a) b", "a AND b", "unbalanced_paren[1,2)"},
           {"\"a b", "\"a b\"", "unbalanced_quote[0,4)"},
           {"é \"a", "e AND \"a\"", "unbalanced_quote[2,4)"},
           {"who?", "who", ""},
           {"word^2.5", "word", "dropped_mark[0,8)"},
           {"(a b)^2", "a AND b", "dropped_mark[5,7)"},
           {"/war/", "war", "dropped_mark[0,5)"},
           {"a near b", "a AND near AND b", ""},
           {"a NEAR -b w/5 c", "a AND NOT b AND c", "near_side[2,6) near_side[10,13)"},
           {"source:\"BBC News\"^2", "source:\"BBC News\"", "dropped_mark[17,19)"},
           {"foo:\"a b\"~5", "\"foo a b\"", "dropped_mark[9,11)"},
           {"title:or", "title:or", ""},
           {"\xFF\xFF \"a", "\"a\"", "unbalanced_quote[3,5)"},
       }) {
    EXPECT_EQ(understood(typed), expected) << typed;
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
  }
}

TEST(QueryParserRepairs, TellsNoticesFromRepairs) {
  for (const auto* typed : {"a b OR c", "(a) and b", "US", "title:(body:a)"})
    for (const auto& warning : parse_query(typed, on_a_thursday).warnings)
      EXPECT_EQ(warning.severity, Severity::notice) << warning.code;
  for (const auto* typed : {"(a", "a AND", "w*", "date:soon"})
    for (const auto& warning : parse_query(typed, on_a_thursday).warnings)
      EXPECT_EQ(warning.severity, Severity::repair) << warning.code;
}

TEST(QueryParserRepairs, GivesBothBracketingsOfAMixture) {
  const auto warnings = parse_query("x (a b OR c)", on_a_thursday).warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_EQ(warnings[0].code, "mixed_and_or");
  EXPECT_NE(warnings[0].message.find("(a AND b) OR c"), std::string::npos) << warnings[0].message;
  EXPECT_NE(warnings[0].message.find("a AND (b OR c)"), std::string::npos) << warnings[0].message;
  EXPECT_EQ(warnings[0].suggestion, "a AND (b OR c)");
  EXPECT_EQ(warnings_of("x (a b OR c)"), "mixed_and_or[3,11)");
  for (const auto* clear : {"a b c", "a OR b OR c", "(a b) OR c", "a (b OR c)"})
    EXPECT_EQ(warnings_of(clear), "") << clear;
}

TEST(QueryParserRepairs, NoticesSmallOperatorsOnlyBesideStructure) {
  for (const auto& [typed, warnings] : {
           UnderstoodRow{"rock and roll", ""},
           {"\"rock and roll\" OR jazz", ""},
           {"rock and (roll OR jazz)", "lowercase_operator[5,8)"},
           {"a OR b Or c", "mixed_and_or[0,11) lowercase_operator[7,9)"},
           {"title:a not b", "lowercase_operator[8,11)"},
       })
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
}

TEST(QueryParserRepairs, NoticesAcronymsThatAreWords) {
  for (const auto& [typed, warnings] : {
           UnderstoodRow{"US troops", "acronym[0,2)"},
           {"U.S. troops", "acronym[0,4)"},
           {"WHO title:IT", "acronym[0,3) acronym[10,12)"},
           {"us Us NATO", ""},
           {"\"US\"", ""},
           {"lang:IT", ""},
       })
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
  EXPECT_EQ(parse_query("US", on_a_thursday).warnings[0].suggestion, "=\"US\" OR =\"U.S.\"");
}

TEST(QueryParserRepairs, CutsATextOf257WordsAfterTheLastThatIsTaken) {
  std::string text;
  for (int i = 0; i < 256; ++i) text += "w" + std::string(i % 3 + 1, 'o') + " OR ";
  const std::string taken = text.substr(0, text.size() - 4);
  EXPECT_EQ(warnings_of(taken), "");
  const auto cut = parse_query(taken + " and-one-more", on_a_thursday);
  EXPECT_EQ(cut.tree, parse_query(taken, on_a_thursday).tree);
  ASSERT_EQ(cut.warnings.size(), 1U);
  EXPECT_EQ(cut.warnings[0].code, "too_long");
  EXPECT_EQ(cut.warnings[0].start, taken.size());
  EXPECT_EQ(cut.warnings[0].end, taken.size() + 13);
}

TEST(QueryParserRepairs, CutsATextOfMoreThan4KiBBetweenWords) {
  const std::string words = "first " + std::string(4080, '.') + " second";
  ASSERT_EQ(warnings_of(words), "");
  EXPECT_EQ(understood(words), "first AND second");
  const std::string straddling = "first " + std::string(4086, '.') + " second";
  EXPECT_EQ(understood(straddling), "first");
  EXPECT_EQ(warnings_of(straddling).substr(0, 8), "too_long");
}

TEST(QueryParserRepairs, DropsBracketsThatAreTooDeep) {
  const std::string open(deepest_bracket, '('), close(deepest_bracket, ')');
  EXPECT_EQ(warnings_of(open + "a" + close), "");
  EXPECT_EQ(understood("(" + open + "a OR b) c" + close), "a OR (b AND c)");
  EXPECT_EQ(understood(std::string(4000, '(') + "a"), "a");
  std::string nots, fields_in_fields;
  for (int i = 0; i < 600; ++i) nots += "NOT ";
  for (int i = 0; i < 120; ++i) fields_in_fields += "title:-body:";
  EXPECT_EQ(understood(nots + "a"), "a");
  EXPECT_EQ(understood(fields_in_fields + "a"), "body:a");
}

RC_GTEST_PROP(QueryParserRepairs, SurvivesAnyBytes, (const std::string& bytes)) {
  const auto parsed = parse_query(bytes, on_a_thursday);
  for (const auto& warning : parsed.warnings) {
    RC_ASSERT(warning.start <= warning.end);
    RC_ASSERT(warning.end <= bytes.size());
  }
}

}  // namespace
}  // namespace morgue
