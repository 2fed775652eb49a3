// SPDX-License-Identifier: GPL-3.0-or-later
// Fields: their names, how far they reach, and what they take.
#include <gtest/gtest.h>

#include "tests/common/query/parsed.h"

namespace morgue {
namespace {

TEST(QueryParserFields, KnowsEveryNameAndAlias) {
  for (const auto& field : fields) {
    if (field.kind == FieldKind::date) continue;
    const auto expected = std::string(field.name) + ":x";
    EXPECT_EQ(understood(expected), expected);
    for (const auto alias : field.aliases)
      EXPECT_EQ(understood(std::string(alias.empty() ? field.name : alias) + ":x"), expected);
  }
  EXPECT_EQ(understood("HeadLine:x"), "title:x");
}

TEST(QueryParserFields, ReachOverOneOperandOnly) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"title:a b", "title:a AND b"},
           {"title:\"a b\" c", "title:\"a b\" AND c"},
           {"title:(a b)", "title:a AND title:b"},
           {"title:(a OR \"b c\") d", "(title:a OR title:\"b c\") AND d"},
           {"title:(a (b OR -c))", "title:a AND (title:b OR NOT title:c)"},
           {"-title:a", "NOT title:a"},
           {"title:-a", "NOT title:a"},
           {"title:9/11", "title:\"9 11\""},
           {"title:10:30", "title:\"10 30\""},
           {"title:AND", "title:and"},
           {"(title:a)", "title:a"},
           {"title:“a b”", "title:\"a b\""},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParserFields, GiveWayToAnInnerFieldWithANotice) {
  for (const auto& [typed, expected, warnings] : {
           WarningRow{"title:(a person:b)", "title:a AND person:b", "nested_field[9,16)"},
           {"title:(a source:b)", "title:a AND source:b", "nested_field[9,17)"},
           {"title:body:a", "body:a", "nested_field[6,11)"},
           {"title:(a title:b)", "title:a AND title:b", ""},
           {"title:(a headline:b)", "title:a AND title:b", ""},
       }) {
    EXPECT_EQ(understood(typed), expected) << typed;
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
  }
}

TEST(QueryParserFields, KeepTheWordsOfAGroupWithinOneName) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"person:(sergey lavrov)", "person:(sergey AND lavrov)"},
           {"author:(a OR b)", "author:(a OR b)"},
           {"person:(a -b)", "person:(a AND NOT b)"},
           {"person:-(a b)", "NOT person:(a AND b)"},
           {"person:(a)", "person:a"},
           {"person:(\"a b\")", "person:\"a b\""},
           {"person:a person:b", "person:a AND person:b"},
           {"person:(a (b OR c))", "person:(a AND (b OR c))"},
           {"person:(a b title:c)", "person:(a AND b) AND title:c"},
           {"person:(a title:c b)", "person:(a AND b) AND title:c"},
           {"person:(a OR title:c)", "person:a OR title:c"},
           {"person:(a b author:(c d))", "person:(a AND b) AND author:(c AND d)"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
  const auto tree = parse_query("person:(sergey lavrov)", on_a_thursday).tree;
  ASSERT_TRUE(std::holds_alternative<OneValue>(tree.is));
  EXPECT_TRUE(std::holds_alternative<And>(std::get<OneValue>(tree.is).child.front().is));
}

TEST(QueryParserFields, TakeAWholeValue) {
  struct Row {
    std::string_view typed;
    Value value;
  };
  for (const auto& [typed, value] : {
           Row{"source:Reuters", {Field::source, "reuters", "Reuters"}},
           {"source:\"BBC  News\"", {Field::source, "bbc news", "BBC  News"}},
           {"source:BBC\\ News", {Field::source, "bbc news", "BBC News"}},
           {"tag:C++", {Field::tag, "c++", "C++"}},
           {"topic:Économie", {Field::tag, "economie", "Économie"}},
           {"place:St-Denis", {Field::place, "st-denis", "St-Denis"}},
           {"lang:en_GB", {Field::lang, "en-gb", "en_GB"}},
           {"site:Example.org", {Field::site, "example.org", "Example.org"}},
           {"id:Ab-1", {Field::id, "Ab-1", "Ab-1"}},
           {"id:-5", {Field::id, "-5", "-5"}},
           {"id:x:y(1)\"z", {Field::id, "x:y(1)\"z", "x:y(1)\"z"}},
           {"id:\" a \"", {Field::id, " a ", " a "}},
           {"(id:a)", {Field::id, "a", "a"}},
           {"url:https://example.org/a?b=c/",
            {Field::url, "example.org/a?b=c", "https://example.org/a?b=c/"}},
       })
    EXPECT_EQ(parse_query(typed, on_a_thursday).tree, Node{value}) << typed;
}

TEST(QueryParserFields, TakeWholeValuesInGroupsToo) {
  for (const auto& [typed, expected] : {
           UnderstoodRow{"source:(Reuters OR \"BBC News\")", "source:Reuters OR source:\"BBC News\""},
           {"source:Reuters x", "source:Reuters AND x"},
           {"source:Reuters|x", "source:Reuters OR x"},
           {"-source:Reuters", "NOT source:Reuters"},
           {"source:-Reuters", "NOT source:Reuters"},
           {"date:(2021 OR 2019)", "date:2021 OR date:2019"},
       })
    EXPECT_EQ(understood(typed), expected) << typed;
}

TEST(QueryParserFields, AreWordsWhenUnknownOrWithoutAValue) {
  for (const auto& [typed, expected, warnings] : {
           WarningRow{"x:y", "\"x y\"", ""},
           {"foo:bar", "\"foo bar\"", ""},
           {"foo:\"a b\"", "\"foo a b\"", ""},
           {"autor:smith", "\"autor smith\"", "unknown_field[0,6)"},
           {"a titel:b", "a AND \"titel b\"", "unknown_field[2,8)"},
           {"titel:(a b)", "titel AND a AND b", "unknown_field[0,6)"},
           {"title: a", "title AND a", "field_without_value[0,6)"},
           {"title:", "title", "field_without_value[0,6)"},
           {"(title:)", "title", "field_without_value[1,7)"},
           {"title:!!! a", "title AND a", "field_without_value[0,6)"},
           {"source:\"\"", "source", "field_without_value[0,7)"},
           {"-date:", "NOT date", "field_without_value[1,6)"},
       }) {
    EXPECT_EQ(understood(typed), expected) << typed;
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
  }
  EXPECT_EQ(parse_query("autor:smith", on_a_thursday).warnings.front().suggestion, "author:");
}

TEST(QueryParserFields, ReadDates) {
  for (const auto& [typed, expected, warnings] : {
           WarningRow{"date:2021", "date:2021", ""},
           {"date:\"2021-07\"", "date:2021-07", ""},
           {"date:[2021-03 TO 2021-06] a", "date:2021-03..2021-06 AND a", ""},
           {"added:today", "added:2021-07-15", ""},
           {"after:2021-07 before:2022", "date:2021-07.. AND date:..2021", ""},
           {"last:7d", "date:2021-07-09..2021-07-15", ""},
           {"-date:2021", "NOT date:2021", ""},
           {"date:none", "date:none", ""},
           {"date:2021..2020", "date:2020..2021", "reversed_range[0,15)"},
           {"a date:soon", "a AND \"date soon\"", "bad_date[2,11)"},
           {"date:2021-13-01", "\"date 2021 13 01\"", "bad_date[0,15)"},
           {"added:none", "\"added none\"", "bad_date[0,10)"},
           {"date: 2021", "date AND 2021", "field_without_value[0,5)"},
       }) {
    EXPECT_EQ(understood(typed), expected) << typed;
    EXPECT_EQ(warnings_of(typed), warnings) << typed;
  }
}

}  // namespace
}  // namespace morgue
