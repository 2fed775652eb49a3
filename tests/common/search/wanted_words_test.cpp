// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/wanted_words.h"

#include <gtest/gtest.h>

#include <string>

#include "common/query/matcher.h"
#include "common/query/query_parser.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

class WantedWordsTest : public testing::Test {
 protected:
  static Article ferry_article() {
    Article made =
        article("ferry", "The O’Brien ferries’ F-16 at the old, old harbour",
                "Ferry harbours are old. The harbour of l’Élysée, the harbour-master said, is older.\n\n"
                "Old ferry men met at the harbour.");
    made.people = {"Harbour Master", "Old O’Brien"};
    made.language = "en";
    return made;
  }

  Node tree_of(const std::string& query) { return expansions_.expanded(parse_query(query, {}).tree); }

  const Article article_ = ferry_article();
  TemporaryArchive archive_{{article_}};
  ArchiveReader reader_{archive_.directory()};
  Expansions expansions_{reader_};
  Analyser analyser_;
};

TEST_F(WantedWordsTest, AreAllThatTheMatcherHasToSee) {
  for (const auto* query : {"ferry",
                            "ferries harbour",
                            "\"old harbour\"",
                            "\"old ferry men\"",
                            "harb* -gull",
                            "obrien",
                            "elysee",
                            "F16",
                            "\"F 16\"",
                            "f-16 OR gull",
                            "harbor~1",
                            "old NEAR/3 harbour",
                            "\"harbour old\"~4",
                            "harbour w/s old",
                            "ferry w/p men",
                            "person:(old obrien)",
                            "title:old",
                            "\"the harbour master\"",
                            "harbour-master",
                            "gull OR (ferry AND -older)",
                            "\"old\" ADJ/2 harbour"}) {
    const Node tree = tree_of(query);
    const auto wanted = wanted_words(tree, reader_, expansions_);
    ASSERT_TRUE(wanted) << query;
    const AnalysedArticle all = analyser_.analyse(article_), some = analyser_.analyse(article_, *wanted);
    EXPECT_LT(some.body.tokens.size(), all.body.tokens.size()) << query;
    EXPECT_EQ(match(tree, some).matches, match(tree, all).matches) << query;
    EXPECT_EQ(match(tree, some).spans, match(tree, all).spans) << query;
  }
}

TEST_F(WantedWordsTest, AreAllWordsWhereTheQuerySaysNotWhich) {
  for (const auto* query : {"=\"old harbour\"", "\"old * harbour\"", "ferry -=\"US\""})
    EXPECT_FALSE(wanted_words(tree_of(query), reader_, expansions_)) << query;
}

}  // namespace
}  // namespace morgue
