// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_support::article;
using testing_support::TemporaryArchive;
using testing_support::TemporaryDirectory;

SearchRequest request(const std::string& query) {
  SearchRequest made;
  made.query = query;
  return made;
}

std::vector<std::string> ids(const SearchResults& results) {
  std::vector<std::string> found;
  for (const auto& result : results.results) found.push_back(result.article.id);
  return found;
}

std::vector<Article> harbour_articles() {
  Article ferry =
      article("ferry", "The ferry is late again", "The ferry left the old harbour at noon. Nobody waved.");
  ferry.people = {"Sergey Lavrov", "Nessa O’Brien"};
  ferry.published = "2021-07-15";
  Article fog =
      article("fog", "Fog", "Fog lay over the harbour, and the ferry waited. The old man waited too.");
  fog.published = "2020-01-02";
  Article gulls = article("gulls", "Gulls", "The gulls do not care.");
  return {ferry, fog, gulls};
}

class SearcherTest : public testing::Test {
 protected:
  TemporaryArchive archive_{harbour_articles()};
  Searcher searcher_{archive_.directory()};
};

TEST_F(SearcherTest, AnswersWithArticlesMarksAndTotals) {
  const SearchResults results = searcher_.search(request("ferries \"old harbour\""));
  EXPECT_EQ(results.total, 1u);
  EXPECT_EQ(results.relation, Relation::eq);
  EXPECT_EQ(results.understood, "ferries AND \"old harbour\"");
  ASSERT_THAT(ids(results), ElementsAre("ferry"));
  const SearchResult& ferry = results.results.front();
  EXPECT_GT(ferry.score, 0);
  EXPECT_THAT(ferry.title.ranges, ElementsAre(std::pair(4u, 9u)));
  ASSERT_EQ(ferry.body.size(), 1u);
  EXPECT_EQ(ferry.body.front().text, "The ferry left the old harbour at noon. Nobody waved.");
  EXPECT_THAT(ferry.body.front().ranges, ElementsAre(std::pair(4u, 9u), std::pair(19u, 30u)));
  EXPECT_THAT(ferry.people, IsEmpty());
}

TEST_F(SearcherTest, RanksAWordInTheTitleAboveOneInTheBody) {
  EXPECT_THAT(ids(searcher_.search(request("ferry"))), ElementsAre("ferry", "fog"));
}

/// More of one day than are looked at to order them, two days before and after, and undated ones.
std::vector<Article> mostly_of_one_day() {
  std::vector<Article> made;
  for (int i = 0; i < 1300; ++i) {
    made.push_back(article(std::to_string(1000 + (i * 617) % 1300), "Fog",
                           i % 2 == 0 ? "Gulls cried." : "Gulls slept."));
    made.back().published = i < 3      ? "2022-01-0" + std::to_string(i + 1)
                            : i < 1290 ? "2021-07-15"
                            : i < 1295 ? "2020-05-01"
                                       : "";
  }
  return made;
}

TEST(SearcherByDate, PutsManyOfOneMomentInTheOrderOfTheirIds) {
  const auto articles = mostly_of_one_day();
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  auto ordered = articles;
  std::ranges::sort(ordered, [](const Article& a, const Article& b) {
    return std::pair(b.published, a.id) < std::pair(a.published, b.id);
  });
  for (const auto* query : {"fog", "cried OR slept"}) {
    for (const std::size_t offset : {0, 1, 5, 100, 1280, 1299, 1300}) {
      SearchRequest newest = request(query);
      newest.order = Order::newest;
      newest.offset = offset;
      newest.snippets = 0;
      const auto results = searcher.search(newest);
      EXPECT_EQ(results.total, 1300u);
      std::vector<std::string> expected;
      for (std::size_t i = offset; i < std::min<std::size_t>(offset + 10, 1300); ++i)
        expected.push_back(ordered[i].id);
      EXPECT_EQ(ids(results), expected) << query << " " << offset;
    }
  }
}

TEST_F(SearcherTest, MarksPeople) {
  const SearchResults results = searcher_.search(request("person:obrien"));
  ASSERT_THAT(ids(results), ElementsAre("ferry"));
  ASSERT_EQ(results.results.front().people.size(), 1u);
  EXPECT_EQ(results.results.front().people.front().index, 1u);
  EXPECT_EQ(results.results.front().people.front().highlight.text, "Nessa O’Brien");
}

TEST_F(SearcherTest, VerifiesOnlyWhatTheIndexLeavesOpen) {
  archive_.put({article("title", "Old harbour", "A harbour, old."),
                article("body", "Fog", "The old harbour."),
                article("both", "Old harbour", "The old harbour.")});
  const struct {
    const char* query;
    std::uint64_t total, verified;
  } rows[] = {
      {"body:\"old harbour\"", 3, 0},   {"body:\"old harbour\" -title:fog", 2, 0},
      {"-body:\"old harbour\"", 3, 0},  {"person:(sergey lavrov)", 1, 0},
      {"person:(sergey obrien)", 0, 0},  // two names
      {"=\"Old harbour\"", 2, 4},
  };
  for (const auto& row : rows) {
    const auto results = searcher_.search(request(row.query));
    EXPECT_EQ(results.total, row.total) << row.query;
    EXPECT_EQ(results.verified, row.verified) << row.query;
  }
}

TEST_F(SearcherTest, FindsWordsInOneNameHoweverLongItIs) {
  const auto name = [](std::size_t words) {
    std::string long_name = "Anselm";
    for (std::size_t word = 2; word < words; ++word) long_name += " of";
    return long_name + " Zuckmayer";
  };
  Article apart = article("apart", "Two", "Two names.");
  apart.people = {"Anselm Orr", "Ida Zuckmayer"};
  for (const std::size_t words : {2, 100, 101, 300}) {
    Article one = article("one", "One", "One name.");
    one.people = {name(words)};
    archive_.put({apart, one});
    EXPECT_THAT(ids(searcher_.search(request("person:(zuckmayer anselm)"))), ElementsAre("one")) << words;
    one.people = {"Ida Orr"};
    one.authors = {name(words)};
    archive_.put({one});
    EXPECT_THAT(ids(searcher_.search(request("author:(zuckmayer anselm)"))), ElementsAre("one")) << words;
    EXPECT_THAT(ids(searcher_.search(request("person:(zuckmayer anselm)"))), IsEmpty()) << words;
  }
}

TEST_F(SearcherTest, GivesEverythingNewestFirstForAnEmptyQuery) {
  const SearchResults results = searcher_.search(request(""));
  EXPECT_THAT(ids(results), ElementsAre("ferry", "fog", "gulls"));
  EXPECT_EQ(results.total, 3u);
}

TEST_F(SearcherTest, PagesThroughTheMatches) {
  SearchRequest page = request("the");
  page.limit = 2;
  page.offset = 2;
  const SearchResults results = searcher_.search(page);
  EXPECT_EQ(results.total, 3u);
  EXPECT_EQ(results.results.size(), 1u);
  page.offset = 1'000'000;
  EXPECT_EQ(searcher_.search(page).total, 3u);
}

TEST_F(SearcherTest, RefusesARepairedQueryWhenStrict) {
  SearchRequest strict = request("(ferry");
  EXPECT_EQ(searcher_.search(strict).total, 2u);
  strict.strict = true;
  try {
    searcher_.search(strict);
    FAIL() << "a strict query was repaired";
  } catch (const BadQuery& error) {
    EXPECT_EQ(error.kind(), ErrorKind::bad_query);
    EXPECT_EQ(error.warning().code, "unbalanced_paren");
  }
}

TEST_F(SearcherTest, FindsAnArticleByItsId) {
  EXPECT_EQ(searcher_.article("fog")->title, "Fog");
  EXPECT_FALSE(searcher_.article("FOG"));
}

TEST_F(SearcherTest, MarksAWholeArticleWhetherOrNotItMatches) {
  const auto marked = searcher_.marked_article("ferry", request("waved OR lavrov"));
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->body.ranges.size(), 1u);
  ASSERT_EQ(marked->people.size(), 2u);
  EXPECT_EQ(marked->people[0].highlight.ranges.size(), 1u);
  EXPECT_THAT(searcher_.marked_article("gulls", request("ferry"))->body.ranges, IsEmpty());
  EXPECT_FALSE(searcher_.marked_article("none", request("ferry")));
}

TEST_F(SearcherTest, SeesWhatIsCommittedLater) {
  EXPECT_EQ(searcher_.count(request("seal")).total, 0u);
  const std::string before = searcher_.generation();
  archive_.put({article("seal", "A seal", "in the harbour")});
  EXPECT_EQ(searcher_.count(request("seal")).total, 1u);
  EXPECT_NE(searcher_.generation(), before);
  archive_.remove({"seal"});
  EXPECT_EQ(searcher_.count(request("seal")).total, 0u);
  EXPECT_EQ(searcher_.articles(), 3u);
}

// XAPIAN.md 1: a term of every document, asked for without weight, once a document has gone.
TEST(SearcherOfAuthors, FindsThemAsTheyAreWritten) {
  auto signed_article = article("1", "Fog", "");
  signed_article.authors = {"Nessa O’Brien", "Zoë McKay"};
  const TemporaryArchive archive({signed_article});
  Searcher searcher(archive.directory());
  for (const auto& [query, total] : {std::pair("author:=\"O’Brien\"", 1u),
                                     {"author:=\"Zoë McKay\"", 1u},
                                     {"author:=\"Mckay\"", 0u},
                                     {"=\"McKay\"", 0u}}) {
    SearchRequest request;
    request.query = query;
    EXPECT_EQ(searcher.count(request).total, total) << query;
  }
}

TEST(SearcherOfManyArticles, SurvivesATermThatStandsInEveryArticleAfterADeletion) {
  std::vector<Article> articles;
  for (int i = 0; i < 3'000; ++i)
    articles.push_back(article("id" + std::to_string(i), "the ferry", "of the harbour"));
  TemporaryArchive archive(articles);
  archive.remove({"id1500"});
  Searcher searcher(archive.directory());
  for (const auto* query : {"lang:en", "ferry", "\"the ferry\"", "title:ferry", "body:harbour",
                            "body:\"the harbour\"", "-fog", "ferry OR fog", "\"the\"", "ferry -date:2021"})
    for (const Order order : {Order::relevance, Order::newest, Order::oldest, Order::added}) {
      SearchRequest all = request(query);
      all.order = order;
      EXPECT_EQ(searcher.search(all).total, 2'999u) << query;
    }
}

TEST(SearcherOfNoArchive, SaysWhereItLooked) {
  const TemporaryDirectory directory;
  try {
    Searcher searcher(directory.path("nothing"));
    FAIL() << "found an archive in an empty directory";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
    EXPECT_THAT(error.what(), testing::HasSubstr(directory.path("nothing")));
    EXPECT_NE(error.hint(), "");
  }
}

}  // namespace
}  // namespace morgue
