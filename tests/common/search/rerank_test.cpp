// SPDX-License-Identifier: GPL-3.0-or-later
// The order of results by what stands where: the written form, nearness, ties, and pages across the border
// of what is looked at twice.
#include "common/search/rerank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "common/query/query_parser.h"
#include "common/search/bm25.h"
#include "common/search/plan.h"
#include "common/search/ranking.h"
#include "common/search/run.h"
#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing_support::article;
using testing_support::TemporaryArchive;

Article dated(Article article, const std::string& day) {
  article.published = day;
  return article;
}

SearchRequest reranked(const std::string& query, MatchMode match = MatchMode::all) {
  SearchRequest made;
  made.query = query;
  made.match = match;
  return made;
}

std::vector<std::pair<std::string, double>> ranked(Searcher& searcher, const SearchRequest& request) {
  std::vector<std::pair<std::string, double>> found;
  for (const auto& result : searcher.search(request).results)
    found.emplace_back(result.article.id, result.score);
  return found;
}

std::vector<std::string> ids(Searcher& searcher, const SearchRequest& request) {
  std::vector<std::string> found;
  for (const auto& [id, score] : ranked(searcher, request)) found.push_back(id);
  return found;
}

/// The first article is the older one each time: a tie would put it second.
struct Preference {
  std::string query;
  std::string better, worse;  // bodies
};

TEST(Reranking, PrefersTheWrittenFormAndNearWords) {
  const Preference rows[] = {
      {"ferry", "one ferry in the fog", "the ferries in fog"},
      {"ferries", "the ferries in fog", "one ferry in the fog"},
      {"Ferries fog", "the ferries in fog", "one ferry in fog"},
      {"old harbour", "an old harbour of gulls and men", "an old man of gulls and harbour"},
      {"harbour old", "an old harbour of gulls and men", "an old man of gulls and harbour"},
      {"old harbour gulls", "an old harbour has gulls and men", "gulls of men and an harbour has old"},
      {"harbours old", "an old harbour of gulls and men", "an old man of gulls and harbour"},
      {"old F-16", "the old F-16 of men in fog", "the F-16 of men in old fog"},
      {"l'élysée old", "the old Élysée of men in fog", "the Élysée of men in old fog"},
  };
  std::vector<Article> articles{article("other", "", "nothing of interest to anybody")};
  for (const auto& row : rows)
    for (const auto* body : {&row.better, &row.worse}) {
      const std::string id = std::to_string(&row - rows) + (body == &row.better ? "better" : "worse");
      articles.push_back(dated(article(id, "", *body), body == &row.better ? "2020-01-01" : "2021-01-01"));
      articles.back().source = "row" + std::to_string(&row - rows);
    }
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  for (const auto& row : rows)
    for (const MatchMode match : {MatchMode::all, MatchMode::any}) {
      const std::string number = std::to_string(&row - rows);
      SearchRequest asked = reranked(row.query, match);
      asked.filters = {{Field::source, {"row" + number}, {}}};
      EXPECT_THAT(ids(searcher, asked), ElementsAre(number + "better", number + "worse")) << row.query;
    }
}

TEST(Reranking, GivesNothingForWordsThatAreNotAskedForBare) {
  const TemporaryArchive archive({dated(article("near", "", "an old harbour of gulls"), "2020-01-01"),
                                  dated(article("far", "", "an old gulls of harbour"), "2021-01-01"),
                                  article("other", "", "nothing of interest to anybody")});
  Searcher searcher(archive.directory());
  for (const auto* query :
       {"body:old body:harbour", "body:(old harbour)", "old -(harbour ferry)", "harbour -fog",
        "\"old\" \"harbour\"", "old NEAR/9 harbour", "ol* harb*", "old ADJ/9 harbour"}) {
    const auto found = ranked(searcher, reranked(query));
    ASSERT_EQ(found.size(), 2u) << query;
    EXPECT_EQ(found.front().first, "far") << query;
    EXPECT_EQ(found.front().second, found.back().second) << query;
  }
  SearchRequest in_bodies = reranked("old harbour");
  in_bodies.in = {Field::body};
  EXPECT_THAT(ids(searcher, in_bodies), ElementsAre("far", "near"));
}

TEST(Reranking, LeavesOtherOrdersAlone) {
  const TemporaryArchive archive({dated(article("near", "", "an old harbour of gulls"), "2020-01-01"),
                                  dated(article("far", "", "an old gulls of harbour"), "2021-01-01")});
  Searcher searcher(archive.directory());
  SearchRequest newest = reranked("old harbour");
  newest.order = Order::newest;
  EXPECT_THAT(ids(searcher, newest), ElementsAre("far", "near"));
  newest.order = Order::relevance;
  EXPECT_THAT(ids(searcher, newest), ElementsAre("near", "far"));
}

TEST(Reranking, SeesNoNearnessAcrossNamesOrFields) {
  Article one_name = article("one", "", "nothing");
  one_name.people = {"Sergey Lavrov", "Ann Other"};
  Article two_names = article("two", "", "nothing");
  two_names.people = {"Ann Lavrov", "Sergey Other"};
  const TemporaryArchive archive({dated(one_name, "2020-01-01"), dated(two_names, "2021-01-01"),
                                  dated(article("apart", "Old", "harbour"), "2020-01-01"),
                                  dated(article("turned", "Harbour", "old"), "2021-01-01")});
  Searcher searcher(archive.directory());
  const auto names = ranked(searcher, reranked("sergey lavrov"));
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names.front().first, "one");
  EXPECT_GT(names.front().second, names.back().second);
  const double nothing_near = ranked(searcher, reranked("old harbour")).front().second;
  SearchRequest alone = reranked("old -fog");
  const double old = ranked(searcher, alone).front().second;
  alone.query = "harbour -fog";
  const auto harbour = ranked(searcher, alone);
  EXPECT_DOUBLE_EQ(nothing_near, old + harbour.back().second);
}

TEST(Reranking, PutsTheNewerAndThenTheLesserIdFirstAmongEquals) {
  const std::string body = "the old harbour";
  const TemporaryArchive archive({dated(article("a", "", body), "2020-01-01"),
                                  dated(article("c", "", body), "2021-01-01"),
                                  dated(article("b", "", body), "2021-01-01"), article("undated", "", body),
                                  dated(article("best", "", "the old harbour, old harbour"), "1999-01-01")});
  Searcher searcher(archive.directory());
  EXPECT_THAT(ids(searcher, reranked("old harbour")), ElementsAre("best", "b", "c", "a", "undated"));
}

/// More articles than are looked at twice; every third has the words side by side, and the lengths differ.
class PagesTest : public testing::Test {
 protected:
  static std::vector<Article> articles() {
    std::vector<Article> made;
    for (int i = 0; i < 330; ++i) {
      std::string body = i % 3 == 0 ? "old harbour of men" : "old men of harbour";
      for (int words = i * 7 % 60; words > 0; --words) body += " gull";
      made.push_back(dated(article("id" + std::to_string(1'000 + i), "", body),
                           i % 2 == 0 ? "2020-01-01" : "2021-01-01"));
    }
    return made;
  }

  std::vector<std::pair<std::string, double>> page(std::size_t offset, std::size_t limit) {
    SearchRequest page = reranked("old harbour");
    page.offset = offset;
    page.limit = limit;
    page.snippets = 0;
    return ranked(searcher_, page);
  }

  TemporaryArchive archive_{articles()};
  Searcher searcher_{archive_.directory()};
};

TEST_F(PagesTest, AreTheSameOrderCutAnywhere) {
  const auto whole = page(0, 400);
  ASSERT_EQ(whole.size(), 330u);
  for (const std::size_t size : {1u, 7u, 40u, 199u, 200u, 201u}) {
    const std::size_t first = size == 1 ? 195 : 0, last = size == 1 ? 206 : 330;
    for (std::size_t offset = first; offset < last; offset += size) {
      const auto cut = page(offset, size);
      const auto end = std::min(offset + size, whole.size());
      EXPECT_EQ(cut, std::vector(whole.begin() + static_cast<std::ptrdiff_t>(offset),
                                 whole.begin() + static_cast<std::ptrdiff_t>(end)))
          << offset << "+" << size;
    }
  }
  EXPECT_THAT(page(330, 10), testing::IsEmpty());
}

TEST_F(PagesTest, BeyondWhatIsLookedAtTwiceKeepTheOrderOfTheFirstLook) {
  ArchiveReader reader(archive_.directory());
  Expansions expansions(reader);
  const Node tree = expansions.expanded(parse_query("old harbour", {}).tree);
  const Plan plan = make_plan(tree, reader, Weighting::scored, expansions);
  const auto order = [&](const Node& reranked_by) {
    return run(reader, plan, Order::relevance, 0, 400, {}, Reranker(reranked_by, reader), {}, nullptr).page;
  };
  const auto base = order({Everything{}});
  const auto reranked = order(tree);
  ASSERT_EQ(reranked.size(), base.size());
  std::set<Xapian::docid> base_first, reranked_first;
  std::size_t moved = 0, ties = 0;
  for (std::size_t i = 0; i < base.size(); ++i) {
    const Hit& above = reranked[i == 0 ? 0 : i - 1];
    EXPECT_GE(above.score, reranked[i].score) << i;
    if (i > 0 && above.score == reranked[i].score) {
      EXPECT_LT(above.key, reranked[i].key) << i;
      ++ties;
    }
    if (i < ranking::reranked) {
      base_first.insert(base[i].document);
      reranked_first.insert(reranked[i].document);
      moved += base[i].document != reranked[i].document ? 1 : 0;
    } else {
      EXPECT_EQ(base[i].document, reranked[i].document) << i;
      EXPECT_EQ(base[i].score, reranked[i].score) << i;
    }
  }
  EXPECT_EQ(base_first, reranked_first);
  EXPECT_GT(moved, 0u);
  EXPECT_GT(ties, 0u);
}

TEST(WordFactor, IsMoreForWordsThatCrowdAndLessForCommonOnes) {
  EXPECT_GT(word_factor(1'000, 10, 30), word_factor(1'000, 10, 10));
  EXPECT_GT(word_factor(1'000, 10, 10), word_factor(1'000, 500, 500));
  EXPECT_GE(idf(10, 10), 0);
  EXPECT_GT(idf(10, 1), idf(10, 2));
  EXPECT_EQ(saturated(0, 10, 10), 0);
  EXPECT_LT(saturated(1e9, 10, 10), ranking::k1 + 1 + 1e-6);
}

}  // namespace
}  // namespace morgue
