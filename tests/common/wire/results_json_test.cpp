// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of search results as JSON.
#include "common/wire/results_json.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

SearchResult lavrov_result() {
  SearchResult result;
  result.article.id = "a-1";
  result.article.title = "Lavrov & troops";
  result.article.body = "Long ago.\n\nThen Lavrov spoke.";
  result.article.url = "https://example.org/1";
  result.article.published = "2021-07-15";
  result.article.added = "2022-01-02T03:04:05Z";
  result.article.source = "Daily Courier";
  result.article.people = {"Ana Petrović", "Sergey Lavrov"};
  result.score = 12.34567;
  result.title = {"Lavrov & troops", {{0, 6}, {9, 15}}};
  result.body = {{"Then Lavrov spoke.", {{5, 11}}, 11}};
  result.people = {{1, {"Sergey Lavrov", {{7, 13}}}}};
  return result;
}

SearchResults lavrov_results() {
  SearchResults results;
  results.text = "\"lavrov troops";
  results.understood = "\"lavrov troops\"";
  results.warnings = {
      {"unbalanced_quote", Severity::repair, "the quote has no end", 0, 1, "\"lavrov troops\""},
      {"acronym", Severity::notice, "US is also a pronoun", 2, 4, ""}};
  results.total = 412;
  results.offset = 20;
  results.limit = 1;
  results.generation = "1f2e:7";
  results.took_ms = 3.14159;
  results.results = {lavrov_result()};
  results.cursor = "Y3Vyc29y";
  return results;
}

SearchRequest lavrov_request() {
  SearchRequest request;
  request.query = "\"lavrov troops";
  request.offset = 20;
  request.limit = 1;
  return request;
}

TEST(ResultsJson, HasTheKeysAndTheOrderOfTheContract) {
  EXPECT_EQ(to_text(to_json(lavrov_results(), lavrov_request()), true), R"({
  "query": {
    "text": "\"lavrov troops",
    "understood": "\"lavrov troops\"",
    "warnings": [
      {
        "code": "unbalanced_quote",
        "severity": "repair",
        "message": "the quote has no end",
        "start": 0,
        "end": 1,
        "suggestion": "\"lavrov troops\""
      },
      {
        "code": "acronym",
        "severity": "notice",
        "message": "US is also a pronoun",
        "start": 2,
        "end": 4,
        "suggestion": null
      }
    ]
  },
  "total": 412,
  "relation": "eq",
  "offset": 20,
  "limit": 1,
  "next": "/v1/search?q=%22lavrov%20troops&offset=21&limit=1",
  "previous": "/v1/search?q=%22lavrov%20troops&offset=19&limit=1",
  "cursor": "Y3Vyc29y",
  "generation": "1f2e:7",
  "took_ms": 3.14,
  "results": [
    {
      "id": "a-1",
      "title": "Lavrov & troops",
      "url": "https://example.org/1",
      "published": "2021-07-15",
      "added": "2022-01-02T03:04:05Z",
      "source": "Daily Courier",
      "people": [
        "Ana Petrović",
        "Sergey Lavrov"
      ],
      "score": 12.3457,
      "highlights": {
        "title": {
          "text": "Lavrov & troops",
          "html": "<mark>Lavrov</mark> &amp; <mark>troops</mark>",
          "ranges": [
            [
              0,
              6
            ],
            [
              9,
              15
            ]
          ]
        },
        "body": [
          {
            "text": "Then Lavrov spoke.",
            "html": "Then <mark>Lavrov</mark> spoke.",
            "ranges": [
              [
                5,
                11
              ]
            ],
            "start": 11
          }
        ],
        "people": [
          {
            "index": 1,
            "text": "Sergey Lavrov",
            "html": "Sergey <mark>Lavrov</mark>",
            "ranges": [
              [
                7,
                13
              ]
            ]
          }
        ]
      }
    }
  ]
})");
}

TEST(ResultsJson, AnswersNothingFoundWithAnEmptyList) {
  EXPECT_EQ(
      to_text(to_json(SearchResults{}, SearchRequest{})),
      R"({"query":{"text":"","understood":"","warnings":[]},"total":0,"relation":"eq","offset":0,"limit":0,)"
      R"("next":null,"previous":null,"cursor":null,"generation":"","took_ms":0.0,"results":[]})");
}

TEST(ResultsJson, NamesTheNextAndThePreviousPageWhereThereIsOne) {
  const struct {
    std::size_t offset, limit, shown;
    std::uint64_t total;
    Relation relation;
    const char* next;
    const char* previous;
  } cases[] = {
      {0, 10, 10, 412, Relation::eq, "q=sea&offset=10", ""},
      {10, 10, 10, 412, Relation::eq, "q=sea&offset=20", "q=sea"},
      {5, 10, 10, 412, Relation::eq, "q=sea&offset=15", "q=sea"},
      {410, 10, 2, 412, Relation::eq, "", "q=sea&offset=400"},
      {402, 10, 10, 412, Relation::eq, "", "q=sea&offset=392"},
      {0, 10, 10, 10, Relation::eq, "", ""},
      {1000, 10, 0, 412, Relation::eq, "", "q=sea&offset=402"},
      {10, 10, 0, 0, Relation::eq, "", ""},
      {0, 10, 10, 10, Relation::gte, "q=sea&offset=10", ""},
      {0, 10, 7, 7, Relation::gte, "", ""},
      {0, 0, 0, 412, Relation::eq, "", ""},
      {30, 0, 0, 412, Relation::eq, "", ""},
      {2000, 1000, 1000, 4000, Relation::eq, "q=sea&offset=3000&limit=100", "q=sea&offset=1900&limit=100"},
  };
  for (const auto& c : cases) {
    SearchRequest request;
    request.query = "sea";
    SearchResults results;
    results.offset = request.offset = c.offset;
    results.limit = request.limit = c.limit;
    results.total = c.total;
    results.relation = c.relation;
    results.results.resize(c.shown);
    const auto json = to_json(results, request);
    const auto url = [&](const char* key) {
      return json[key].is_null() ? "" : json[key].get<std::string>().substr(11);
    };
    EXPECT_EQ(url("next"), c.next) << c.offset << " of " << c.total;
    EXPECT_EQ(url("previous"), c.previous) << c.offset << " of " << c.total;
  }
}

TEST(ResultsJson, AnswersWithTheKeysAskedForAndAlwaysTheIdScoreAndHighlights) {
  SearchRequest request;
  request.return_keys = {"body", "url"};
  std::string keys;
  const auto json = to_json(lavrov_result(), request);
  for (const auto& item : json.items()) keys += item.key() + " ";
  EXPECT_EQ(keys, "id body url score highlights ");
}

TEST(ResultsJson, SaysWhenTheTotalIsOnlyALowerBound) {
  SearchResults results;
  results.relation = Relation::gte;
  EXPECT_EQ(to_json(results, {})["relation"], "gte");
}

TEST(ResultsJson, DoesNotThrowForTextThatIsNotUtf8) {
  auto results = lavrov_results();
  results.text = results.understood = results.warnings[0].message = results.warnings[0].suggestion =
      "a\xFFz\xC3";
  const auto json = to_json(results, lavrov_request());
  EXPECT_EQ(json["query"]["text"], "a\uFFFDz\uFFFD");
  EXPECT_NO_THROW(static_cast<void>(json.dump()));
  results.results[0].article.title = "\xC3";
  EXPECT_NE(to_text(to_json(results, lavrov_request())).find("\"title\":\"\uFFFD\""), std::string::npos);
}

TEST(MarkedHtml, EscapesWhatHtmlWouldTakeForItsOwn) {
  const struct {
    Highlight highlight;
    const char* html;
  } cases[] = {
      {{"", {}}, ""},
      {{"a & b", {}}, "a &amp; b"},
      {{"<script>", {}}, "&lt;script&gt;"},
      {{"\"x\" 'y'", {}}, "&quot;x&quot; &#39;y&#39;"},
      {{"&amp;", {}}, "&amp;amp;"},
      {{"<b>x</b>", {{3, 4}}}, "&lt;b&gt;<mark>x</mark>&lt;/b&gt;"},
      {{"AT&T", {{0, 4}}}, "<mark>AT&amp;T</mark>"},
      {{"<mark>", {{0, 1}, {5, 6}}}, "<mark>&lt;</mark>mark<mark>&gt;</mark>"},
      {{"сеá", {{1, 2}}}, "с<mark>е</mark>á"},
      {{"sea", {{2, 9}}}, "se<mark>a</mark>"},
      {{"sea", {{3, 3}, {5, 7}}}, "sea"},
  };
  for (const auto& c : cases) EXPECT_EQ(marked_html(c.highlight), c.html);
}

}  // namespace
}  // namespace morgue
