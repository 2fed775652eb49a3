// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of an explanation as JSON, and of every kind of node.
#include "common/wire/explanation_json.h"

#include <gtest/gtest.h>

#include "common/query/query_parser.h"

namespace morgue {
namespace {

TEST(ExplanationJson, HasItsKeysInOrder) {
  Explanation explanation;
  explanation.text = "(ferry";
  explanation.understood = "ferry";
  explanation.warnings = {{"unbalanced_paren", Severity::repair, "open", 0, 1, ""}};
  explanation.tree = parse_query("ferry", {}).tree;
  explanation.terms = {{"ferry", "Zen:ferri", 2}, {"\xFF", "", 0}};
  explanation.expansions = {{"har*", {{"harbour", 3}}, true}};
  explanation.verified = {{"a w/s b", "sentences"}};
  explanation.scored = true;
  explanation.articles = 9;
  explanation.generation = "1f2e:7";
  EXPECT_EQ(
      to_json(explanation).dump(),
      R"({"query":{"text":"(ferry","understood":"ferry","warnings":[{"code":"unbalanced_paren",)"
      R"("severity":"repair","message":"open","start":0,"end":1,"suggestion":null}],)"
      R"("tree":{"kind":"word","text":"ferry","field":null,)"
      R"("term":{"kind":"plain","text":"ferry","parts":[["ferry"]]}}},)"
      R"("terms":[{"part":"ferry","term":"Zen:ferri","articles":2},{"part":"�","term":null,"articles":0}],)"
      R"("expansions":[{"word":"har*","count":1,"cut":true,"forms":[{"form":"harbour","articles":3}]}],)"
      R"("verified":[{"part":"a w/s b","why":"sentences"}],)"
      R"("scored":true,"total":null,"articles":9,"generation":"1f2e:7"})");
  explanation.total = 2;
  EXPECT_EQ(to_json(explanation)["total"], 2);
}

TEST(ExplanationJson, WritesEveryKindOfNode) {
  const struct {
    const char* query;
    const char* json;
  } rows[] = {
      {"", R"({"kind":"everything","text":"*:*","field":null})"},
      {"???", R"({"kind":"nothing","text":"\"\"","field":null})"},
      {"title:f-16", R"({"kind":"word","text":"title:f-16","field":"title","term":{"kind":"plain",)"
                     R"("text":"f-16","parts":[["f"],["16"]],"joined":["f16"]}})"},
      {"\"a * b\"", R"({"kind":"phrase","text":"\"a * b\"","field":null,"terms":[)"
                    R"({"kind":"plain","text":"a","parts":[["a"]]},{"kind":"any","text":"*"},)"
                    R"({"kind":"plain","text":"b","parts":[["b"]]}]})"},
      {"=\"US\"", R"({"kind":"literal","text":"=\"US\"","field":null,"literal":"US"})"},
      {"\"lavrow~1 har*\"~4", R"({"kind":"window","text":"\"lavrow~1 har*\"~4","field":null,"terms":[)"
                              R"({"kind":"fuzzy","text":"lavrow","edits":1},)"
                              R"({"kind":"wildcard","text":"har*"}],"slack":4})"},
      {"a ADJ/3 b",
       R"({"kind":"near","text":"a ADJ/3 b","field":null,"unit":"words","distance":3,"ordered":true,"children":[)"
       R"({"kind":"word","text":"a","field":null,"term":{"kind":"plain","text":"a","parts":[["a"]]}},)"
       R"({"kind":"word","text":"b","field":null,"term":{"kind":"plain","text":"b","parts":[["b"]]}}]})"},
      {"source:\"The L*\"", R"({"kind":"value","text":"source:\"The L*\"","field":"source",)"
                            R"("value":"the l*","pattern":true})"},
      {"date:2021-03..",
       R"({"kind":"dated","text":"date:2021-03..","field":"date","from":"2021-03-01","to":null})"},
      {"date:none", R"({"kind":"undated","text":"date:none","field":"date"})"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(to_json(parse_query(row.query, {}).tree).dump(), row.json) << row.query;
}

TEST(ExplanationJson, NestsWhatJoins) {
  const auto tree = to_json(parse_query("a w/s b OR (c -person:(d e))", {}).tree);
  EXPECT_EQ(tree["kind"], "or");
  EXPECT_EQ(tree["/children/0/unit"_json_pointer], "sentence");
  EXPECT_FALSE(tree["children"][0].contains("distance"));
  EXPECT_EQ(tree["/children/1/kind"_json_pointer], "and");
  const auto& no = tree["children"][1]["children"][1];
  EXPECT_EQ(no["kind"], "not");
  EXPECT_EQ(no["/children/0/kind"_json_pointer], "one_value");
  EXPECT_EQ(no["/children/0/field"_json_pointer], "person");
  EXPECT_EQ(no["/children/0/children/0/children/1/text"_json_pointer], "person:e");
}

}  // namespace
}  // namespace morgue
