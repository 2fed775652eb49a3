// SPDX-License-Identifier: GPL-3.0-or-later
// Where the index alone decides on nearness: also where forms of both sides stand at one position.
#include "common/search/position_queries.h"

#include <gtest/gtest.h>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

struct PositionRow {
  const char *body, *query;
  bool found;
};

TEST(PositionQueries, TellFormsThatStandAtOnePosition) {
  const std::vector<PositionRow> rows{
      {"an F-16-known row", "f NEAR/3 *wn", true},
      {"an F-16-known row", "f NEAR/1 *wn", false},
      {"F-16-known, f", "*wn ADJ/3 f", true},
      {"an e-mail and e", "\"e email\"~3", true},
      {"an e-mail", "\"e email\"~3", false},
      {"l'Élysée et Élysée", "lelysee NEAR/2 elysee", true},
      {"l'Élysée", "\"lelysee\" NEAR/2 \"elysee\"", false},
      {"lavrov met lavrov", "lavrov NEAR/2 lavr*", true},
      {"lavrov met lavrov", "lavrov ADJ/2 lavrov", true},
      {"lavrov met", "lavrov NEAR/2 lavrov", false},
      {"lavrov met", "lavr* ADJ/2 lavrov", false},
      {"oxa oxb oxc oxd end", "\"ox* end\"", true},
      {"oxd oxc oxb oxa end", "\"ox* end\"", true},
      {"oxc oxa oxd oxb end", "\"ox* end\"", true},
      {"oxb oxd oxa oxc end", "\"ox* end\"", true},
      {"oxa oxb oxc oxd off end", "\"ox* end\"", false},
  };
  std::vector<Article> articles;
  for (const auto& row : rows) articles.push_back(article(std::to_string(articles.size()), "", row.body));
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    SearchRequest request;
    request.query = "(" + std::string(rows[i].query) + ") id:" + std::to_string(i);
    const auto results = searcher.search(request);
    EXPECT_EQ(results.total, rows[i].found ? 1u : 0u) << rows[i].body << " / " << rows[i].query;
    EXPECT_EQ(results.verified, 0u) << rows[i].query;
  }
}

}  // namespace
}  // namespace morgue
