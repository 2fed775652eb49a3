// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/batch.h"

#include <gtest/gtest.h>

#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

std::vector<Article> two_ferries_and_a_fog() {
  std::vector<Article> articles{article("old", "ferry ferry", "x"), article("new", "ferry", "y"),
                                article("fog", "fog", "z")};
  articles[0].published = "2019-12-31T23:30:00-05:00";
  articles[1].published = "2021-07-15";
  return articles;
}

TEST(Batch, TellsOfASearchWhatARowHolds) {
  const TemporaryArchive archive(two_ferries_and_a_fog());
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.query = "ferry";
  request.offset = 1;
  request.limit = 0;
  const auto row = batch_row(searcher, request);
  EXPECT_EQ(row.query, "ferry");
  EXPECT_EQ(row.total, 2u);
  EXPECT_EQ(row.relation, Relation::eq);
  EXPECT_EQ(to_iso(row.first.value()), "2020-01-01");
  EXPECT_EQ(to_iso(row.last.value()), "2021-07-15");
  EXPECT_EQ(row.top_id, "old");
  EXPECT_EQ(row.top_title, "ferry ferry");
  EXPECT_FALSE(row.error);
  request.query = "fog";
  EXPECT_EQ(batch_row(searcher, request).first, std::nullopt);
  request.query = "nothing";
  EXPECT_EQ(batch_row(searcher, request).top_id, "");
}

TEST(Batch, MakesAnErrorTheRowsOwn) {
  const TemporaryArchive archive(two_ferries_and_a_fog());
  Searcher searcher(archive.directory());
  SearchRequest request;
  request.query = "(ferry";
  EXPECT_EQ(batch_row(searcher, request).warnings.front().code, "unbalanced_paren");
  request.strict = true;
  const auto row = batch_row(searcher, request);
  EXPECT_EQ(row.query, "(ferry");
  EXPECT_EQ(row.error.value().code, "unbalanced_paren");
  EXPECT_FALSE(row.error->detail.empty());
}

}  // namespace
}  // namespace morgue
