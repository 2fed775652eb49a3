// SPDX-License-Identifier: GPL-3.0-or-later
// What is written as JSON comes back as the same, so that it is written as the same JSON again.
#include "common/wire/results_from_json.h"

#include <gtest/gtest.h>

#include "common/wire/batch_rows.h"
#include "common/wire/facets_json.h"
#include "common/wire/results_json.h"

namespace morgue {
namespace {

SearchResults answer() {
  SearchResult result;
  result.article.id = "strike-1";
  result.article.title = "Ferry strike";
  result.article.people = {"Sergey Lavrov", "Ann"};
  result.article.added = "2026-05-28T20:26:40Z";
  result.score = 3.14159265;
  result.title = {.text = "Ferry strike", .ranges = {{0, 5}}, .start = 0};
  result.body = {{.text = "a <ferry>", .ranges = {{3, 8}}, .start = 17}};
  result.people = {{1, {.text = "Ann", .ranges = {{0, 3}}, .start = 0}}};
  SearchResults results;
  results.text = "ferry\"";
  results.understood = "ferry";
  results.warnings = {{"unbalanced_quote", Severity::repair, "no end", 5, 6, "ferry"},
                      {"acronym", Severity::notice, "a pronoun", 0, 2, ""}};
  results.total = 12;
  results.relation = Relation::gte;
  results.offset = 3;
  results.limit = 1;
  results.cursor = "abc";
  results.generation = "uuid:7";
  results.took_ms = 1.5;
  results.results = {result};
  const Day day = *parse_day_span("2021-07-15")->first;
  results.facets = {{Field::person, {{"Ann", 2, true}}, 5, 1}};
  results.timeline = Timeline{Interval::day, {{day, day, 4}}, 8};
  return results;
}

TEST(ResultsFromJson, AreTheAnswerAgain) {
  SearchRequest request;
  request.query = "ferry\"";
  request.offset = 3;
  request.limit = 1;
  request.facets = {Field::person, Field::date};
  const auto json = to_json(answer(), request);
  EXPECT_EQ(to_json(search_results_from(json), request), json);
  const auto facets = facets_answer_json(answer());
  EXPECT_EQ(facets_answer_json(counts_from(facets)), facets);
  const auto timeline = timeline_answer_json(answer());
  EXPECT_EQ(timeline_answer_json(counts_from(timeline)), timeline);
  const Count count{"ferry", answer().warnings, 12, Relation::gte};
  EXPECT_EQ(count_json("ferry\"", count_from(count_json("ferry\"", count))), count_json("ferry\"", count));
}

TEST(ResultsFromJson, AreTheRowsOfABatchAgain) {
  BatchRow row{.query = "ferry", .total = 3};
  row.first = *parse_day_span("1066-10-14")->first;
  row.last = *parse_day_span("2021-07-15")->first;
  row.top_id = "strike-1";
  row.warnings = answer().warnings;
  EXPECT_EQ(to_json(batch_row_from(to_json(row))), to_json(row));
  EXPECT_EQ(to_csv(row, Formulas::kept),
            "ferry,3,eq,1066-10-14,2021-07-15,strike-1,,unbalanced_quote; acronym,\r\n");
  row = BatchRow{.query = "=x"};
  row.error = BatchError{"bad_line", "line 3 is long", "cut it"};
  EXPECT_EQ(to_json(batch_row_from(to_json(row))), to_json(row));
  EXPECT_EQ(to_csv(row, Formulas::disarmed), "'=x,,,,,,,,line 3 is long (cut it)\r\n");
  EXPECT_EQ(batch_csv_header(), "query,total,relation,first,last,top_id,top_title,warnings,error\r\n");
}

TEST(ResultsFromJson, RefuseJsonOfAnotherShape) {
  for (const auto* text : {"{}", "[]", "3", R"({"query":{},"total":"x"})"})
    EXPECT_THROW(search_results_from(nlohmann::ordered_json::parse(text)), Error) << text;
}

}  // namespace
}  // namespace morgue
