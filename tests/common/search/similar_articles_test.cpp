// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/similar_articles.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/search/near_copies.h"
#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;
using Texts = std::vector<std::string>;

constexpr const char* story =
    "The ferry left the harbour in thick fog and struck the pier, said Nessa Brine, who was on board that "
    "morning with her bicycle.";

/// Forty articles about nothing in particular, so that a word of two or three articles says something.
std::vector<Article> others() {
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i)
    articles.push_back(
        article("other" + std::to_string(i), "Council meets", "The council said it was late and left."));
  return articles;
}

std::vector<Article> stories() {
  auto articles = others();
  auto ferry = article("ferry", "Ferry strikes pier", story);
  ferry.people = {"Nessa Brine"};
  ferry.published = "2021-07-15";
  auto update = article("update", "Ferry strikes pier, again", std::string(story) + " Nobody was hurt.");
  update.published = "2021-07-16";
  auto before = article("before", "Fog over the harbour", "No ferry will leave before noon.");
  before.published = "2020-01-01";
  auto after =
      article("after", "Ferry repaired", "The pier will take longer, says Brine, Nessa, of the harbour.");
  after.people = {"Brine, Nessa"};
  after.published = "2022-01-01";
  for (auto& each : {ferry, update, before, after}) articles.push_back(each);
  return articles;
}

Texts ids(const std::optional<SearchResults>& results) {
  Texts ids;
  if (results)
    for (const auto& result : results->results) ids.push_back(result.article.id);
  return ids;
}

TEST(SimilarArticles, AreThoseWithTheSameWordsAndPeopleAndSayWhy) {
  const TemporaryArchive archive(stories());
  Searcher searcher(archive.directory());
  const auto similar = searcher.similar("ferry", {});
  ASSERT_GE(ids(similar).size(), 2u);
  EXPECT_EQ(ids(similar)[0], "after");
  EXPECT_EQ(ids(similar)[1], "before");
  const auto& after = similar->results[0];
  EXPECT_EQ(after.why->people, (Texts{"Nessa Brine"}));
  EXPECT_NE(std::ranges::find(after.why->words, "pier"), after.why->words.end());
  EXPECT_EQ(std::ranges::find(after.why->words, "Brine"), after.why->words.end());
  EXPECT_LT(after.why->overlap, least_overlap_of_copies);
  EXPECT_FALSE(after.title.ranges.empty());
  EXPECT_NE(similar->understood.find("pier OR"), std::string::npos) << similar->understood;
}

TEST(SimilarArticles, LeaveOutNearCopiesUnlessAskedFor) {
  const TemporaryArchive archive(stories());
  Searcher searcher(archive.directory());
  EXPECT_EQ(std::ranges::count(ids(searcher.similar("ferry", {})), "update"), 0);
  const auto with_copies = searcher.similar("ferry", {}, true);
  EXPECT_EQ(ids(with_copies).front(), "update");
  EXPECT_GT(with_copies->results.front().why->overlap, 0.8);
  // and of each other: one of the two
  const auto to_after = ids(searcher.similar("after", {}));
  EXPECT_EQ(std::ranges::count(to_after, "ferry") + std::ranges::count(to_after, "update"), 1);
}

TEST(SimilarArticles, KeepToDatesAndFilters) {
  const TemporaryArchive archive(stories());
  Searcher searcher(archive.directory());
  SearchRequest earlier;
  earlier.published.last = parse_day_span("2021-07-14")->last;
  EXPECT_EQ(ids(searcher.similar("ferry", earlier)), (Texts{"before"}));
  SearchRequest of_nobody;
  of_nobody.filters = {{Field::source, {"The Gazette"}, {}}};
  EXPECT_EQ(ids(searcher.similar("ferry", of_nobody)), Texts{});
}

TEST(SimilarArticles, ComeInPages) {
  const TemporaryArchive archive(stories());
  Searcher searcher(archive.directory());
  SearchRequest one;
  one.limit = 1;
  Texts pages;
  for (Relation relation = Relation::gte; relation == Relation::gte; ++one.offset) {
    const auto page = searcher.similar("ferry", one);
    relation = page->relation;
    for (const auto& id : ids(page)) pages.push_back(id);
    EXPECT_LE(page->results.size(), 1u);
  }
  SearchRequest all;
  all.limit = 100;
  EXPECT_EQ(pages, ids(searcher.similar("ferry", all)));
  EXPECT_EQ(searcher.similar("ferry", all)->total, pages.size());
}

TEST(SimilarArticles, OfArticlesThatSayNothing) {
  auto articles = stories();
  articles.push_back(article("signs", "…", "12 34"));
  auto crowd = article("crowd", "Ferry crowd at the pier", "");
  for (int i = 0; i < 5'000; ++i) crowd.people.push_back("Passenger Number" + std::to_string(i));
  articles.push_back(crowd);
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  EXPECT_FALSE(searcher.similar("no such id", {}));
  EXPECT_FALSE(searcher.similar("", {}));
  EXPECT_EQ(ids(searcher.similar("signs", {})), Texts{});
  EXPECT_FALSE(ids(searcher.similar("crowd", {})).empty());
}

TEST(NearCopies, ShareSequencesOfFourWords) {
  Analyser analyser;
  const auto shingles = [&](const std::string& text) {
    const auto each = article("x", "", text);
    return shingles_of(analyser.analyse(each));
  };
  const auto five = shingles("one two three four five");
  EXPECT_EQ(five.size(), 2u);
  EXPECT_EQ(overlap(five, five), 1);
  EXPECT_EQ(overlap(five, shingles("One, two: THREE four. Six seven eight!")), 0.5);
  EXPECT_EQ(overlap(five, shingles("five four three two one")), 0);
  EXPECT_EQ(overlap(shingles("fog"), shingles("Fog")), 1);
  EXPECT_EQ(overlap(shingles(""), five), 0);
}

}  // namespace
}  // namespace morgue
