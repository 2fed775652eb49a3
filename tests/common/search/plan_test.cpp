// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/query/query_parser.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing_support::article;
using testing_support::TemporaryArchive;

class PlanTest : public testing::Test {
 protected:
  Plan plan(const std::string& query) {
    Expansions expansions(reader_);
    const Node tree = expansions.expanded(parse_query(query, {}).tree);
    return make_plan(tree, reader_, Weighting::scored, expansions);
  }

  TemporaryArchive archive_{{article("1", "the ferry", "a harbour"), article("2", "fog", "les ferries")}};
  ArchiveReader reader_{archive_.directory()};
};

// Xapian 1.4.22 compares weights that it never set when a scored query stands under AND_NOT, and then now and
// then excludes nothing.
TEST_F(PlanTest, ScoresNothingOfWhatIsLeftOut) {
  const std::string scored = plan("title:ferry \"fog\"").query.get_description();
  ASSERT_THAT(scored, HasSubstr("AND_MAYBE"));
  for (const auto* query :
       {"harbour -(title:ferry \"fog\")", "-(title:ferry \"fog\")", "a OR -(ferry \"fog\")"}) {
    const std::string described = plan(query).query.get_description();
    ASSERT_THAT(described, HasSubstr("AND_NOT")) << query;
    EXPECT_THAT(described.substr(described.find("AND_NOT")), Not(HasSubstr("AND_MAYBE"))) << query;
    EXPECT_THAT(described.substr(described.find("AND_NOT")), Not(HasSubstr("SYNONYM"))) << query;
  }
}

TEST_F(PlanTest, KnowsTheTotalOfOneWordAndOfEverything) {
  EXPECT_EQ(plan("ferry").total, 2u);
  EXPECT_EQ(plan("").total, 2u);
  EXPECT_EQ(plan("zeppelin").total, 0u);
  EXPECT_FALSE(plan("ferry fog").total);
}

TEST_F(PlanTest, LeavesToTheMatcherWhatTheIndexCannotTell) {
  EXPECT_TRUE(plan("title:\"the ferry\" body:harbour -person:x").exact);
  EXPECT_FALSE(plan("\"a * harbour\"").exact);
  EXPECT_TRUE(plan("body:\"a harbour\"").exact);
  EXPECT_TRUE(plan("person:(anna orr)").exact);
}

}  // namespace
}  // namespace morgue
