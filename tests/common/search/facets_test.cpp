// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::TemporaryArchive;

const std::vector<std::string> people{"Sergey Lavrov", "Lavrov, Sergei", "Lavrov", "Anna Lavrov",
                                      "Nessa O’Brien"};
const std::vector<std::string> sources{"The Gazette", "the gazette", "Echo", ""};
const std::vector<std::string> tags{"Fog", "fog", "Sea", "Wind"};
const std::vector<std::string> languages{"en", "en-GB", "fr", ""};
const std::vector<std::string> days{"2020-01-15", "2020-03-01", "2021-07-15T23:30:00-05:00", "2021-07-15",
                                    ""};
const std::vector<Field> counted{Field::person, Field::source, Field::section, Field::tag, Field::lang};

std::vector<Article> random_articles(std::mt19937& random, std::size_t count) {
  const auto one_of = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    Article each =
        testing_support::article("id" + std::to_string(i), i % 3 == 0 ? "ferry" : "fog", "harbour");
    for (std::size_t n = random() % 3; n > 0; --n) each.people.push_back(one_of(people));
    for (std::size_t n = random() % 3; n > 0; --n) each.tags.push_back(one_of(tags));
    each.source = one_of(sources);
    each.section = i % 2 == 0 ? "World" : "";
    each.language = one_of(languages);
    each.published = one_of(days);
    articles.push_back(std::move(each));
  }
  return articles;
}

std::uint64_t count(Searcher& searcher, SearchRequest request, Field field, const std::string& value) {
  request.facets.clear();
  std::erase_if(request.filters, [&](const ValueFilter& filter) { return filter.field == field; });
  request.filters.push_back({field, {value}, {}});
  return searcher.count(request).total;
}

std::vector<SearchRequest> requests() {
  SearchRequest everything, word, one_filter, two_filters, unwanted;
  word.query = "ferry";
  one_filter.filters = {{Field::source, {"The Gazette"}, {}}};
  two_filters.filters = {{Field::person, {"Sergey Lavrov"}, {}}, {Field::tag, {"fog", "sea"}, {}}};
  two_filters.query = "harbour";
  unwanted.filters = {{Field::tag, {}, {"sea"}}, {Field::lang, {"en"}, {}}};
  return {everything, word, one_filter, two_filters, unwanted};
}

TEST(Facets, CountAValueAsTheTotalWithItAsTheOnlySelection) {
  std::mt19937 random(20261125);
  const TemporaryArchive archive(random_articles(random, 120), "America/New_York");
  Searcher searcher(archive.directory());
  for (auto request : requests()) {
    const auto total = searcher.count(request).total;
    request.facets = counted;
    request.facet_size = 100;
    const auto results = searcher.search(request);
    EXPECT_EQ(results.total, total);
    ASSERT_EQ(results.facets.size(), counted.size());
    for (const auto& facet : results.facets) {
      EXPECT_EQ(facet.distinct, facet.values.size());
      for (const auto& value : facet.values)
        EXPECT_EQ(value.articles, count(searcher, request, facet.field, value.value)) << value.value;
    }
  }
}

TEST(Facets, JoinFormsOfOneNameUnderTheMostFrequent) {
  std::vector<Article> articles;
  for (const auto* name : {"Sergey Lavrov", "Sergey Lavrov", "Lavrov, Sergei", "Anna Lavrov"}) {
    articles.push_back(testing_support::article("id" + std::to_string(articles.size()), "fog", ""));
    articles.back().people = {name, "Lavrov"};
  }
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.facets = {Field::person};
  const auto facet = searcher.search(request).facets.front();
  const std::vector<FacetValue> expected{{"Sergey Lavrov", 3, false, {"Sergey Lavrov", "Lavrov, Sergei"}},
                                         {"Anna Lavrov", 1, false}};
  EXPECT_EQ(facet.values, expected);
  request.query = "person:lavrov";
  EXPECT_EQ(searcher.search(request).total, 4u);
}

TEST(Facets, KeepTheWantedSizeAndWhatIsSelected) {
  std::vector<Article> articles;
  for (const auto* tag : {"fog", "fog", "sea", "wind", "ice"}) {
    articles.push_back(testing_support::article("id" + std::to_string(articles.size()), "x", ""));
    articles.back().tags = {tag};
  }
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.facets = {Field::tag};
  request.facet_size = 1;
  request.filters = {{Field::tag, {"Wind"}, {}}};
  const auto results = searcher.search(request);
  const std::vector<FacetValue> expected{{"fog", 2, false}, {"wind", 1, true}};
  EXPECT_EQ(results.facets.front().values, expected);
  EXPECT_EQ(results.facets.front().distinct, 4u);
  EXPECT_EQ(results.total, 1u);
  EXPECT_EQ(results.results.size(), 1u);
}

TEST(Facets, GiveUpPeopleThatTakeTooLongAndNothingElse) {
  std::vector<Article> articles;
  for (int i = 0; i < 600; ++i) {
    articles.push_back(testing_support::article("id" + std::to_string(i), "x", ""));
    articles.back().tags = {"fog"};
    articles.back().people = {i % 3 == 0 ? "Ann Ferry" : "Bo Ferry"};
  }
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.facets = {Field::person, Field::tag, Field::date};
  request.time_for_people = std::chrono::nanoseconds(1);
  for (const std::uint64_t total : {600u, 200u}) {
    searcher.take_phases();
    const auto results = searcher.search(request);
    EXPECT_EQ(results.total, total);
    EXPECT_EQ(results.relation, Relation::eq);
    EXPECT_FALSE(results.facets[0].complete);
    EXPECT_TRUE(results.facets[0].values.empty());
    EXPECT_EQ(results.facets[1].values, (std::vector<FacetValue>{{"fog", total, false}}));
    EXPECT_EQ(results.timeline->missing, total);
    EXPECT_TRUE(searcher.phases().was_cut) << "it must not be kept as the whole answer";
    request.filters = {{Field::person, {"Ann Ferry"}, {}}};
  }
  request.time_for_people = {};
  EXPECT_EQ(searcher.search(request).facets[0].values,
            (std::vector<FacetValue>{{"Bo Ferry", 400, false}, {"Ann Ferry", 200, true}}));
}

TEST(Facets, AreTheSameOnEveryPageAndInEveryOrder) {
  std::mt19937 random(20261126);
  const TemporaryArchive archive(random_articles(random, 60));
  Searcher searcher(archive.directory());
  for (auto request : requests()) {
    request.facets = counted;
    request.facets.push_back(Field::date);
    const auto first = searcher.search(request);
    request.order = Order::oldest;
    request.offset = request.limit = 7;
    const auto second = searcher.search(request);
    const auto afresh = Searcher(archive.directory()).search(request);
    EXPECT_EQ(second.total, first.total);
    ASSERT_EQ(second.facets.size(), first.facets.size());
    for (std::size_t i = 0; i < first.facets.size(); ++i) {
      EXPECT_EQ(second.facets[i].values, first.facets[i].values);
      EXPECT_EQ(second.facets[i].distinct, first.facets[i].distinct);
      EXPECT_EQ(second.facets[i].missing, first.facets[i].missing);
    }
    EXPECT_EQ(second.timeline->spans, first.timeline->spans);
    ASSERT_EQ(second.results.size(), afresh.results.size());
    for (std::size_t i = 0; i < afresh.results.size(); ++i)
      EXPECT_EQ(second.results[i].article.id, afresh.results[i].article.id);
  }
}

std::vector<Article> dated(const std::vector<std::string>& dates) {
  std::vector<Article> articles;
  for (const auto& date : dates) {
    articles.push_back(testing_support::article("id" + std::to_string(articles.size()), "x", ""));
    articles.back().published = date;
  }
  return articles;
}

TEST(Timeline, FillsEmptySpansAndCountsTheUndatedApart) {
  const TemporaryArchive archive(dated({"2020-01-31", "2020-03-01", "2020-03-31T23:30:00Z", "", "nonsense"}));
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.facets = {Field::date};
  const auto timeline = searcher.search(request).timeline.value();
  const auto day = [](const char* text) { return *parse_day_span(text)->first; };
  const std::vector<TimelineSpan> expected{{day("2020-01-01"), day("2020-01-31"), 1},
                                           {day("2020-02-01"), day("2020-02-29"), 0},
                                           {day("2020-03-01"), day("2020-03-31"), 2}};
  EXPECT_EQ(timeline.spans, expected);
  EXPECT_EQ(timeline.missing, 2u);
}

TEST(Timeline, CountsDaysOfTheArchivesZoneAsDateQueriesDo) {
  const TemporaryArchive archive(dated({"2021-07-16T01:00:00Z", "2021-07-16", "2021-12-31T23:00:00Z"}),
                                 "America/New_York");
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.facets = {Field::date};
  for (const Interval interval : {Interval::year, Interval::month, Interval::day}) {
    request.interval = interval;
    const auto timeline = searcher.search(request).timeline.value();
    for (const auto& span : timeline.spans) {
      SearchRequest within;
      within.published = {span.first, span.last};
      EXPECT_EQ(searcher.count(within).total, span.articles) << to_iso(span.first);
    }
  }
}

}  // namespace
}  // namespace morgue
