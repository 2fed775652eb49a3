// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/verified_parts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/query/query_parser.h"
#include "common/search/plan.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing_support::article;
using testing_support::TemporaryArchive;

class VerifiedParts : public testing::Test {
 protected:
  std::vector<VerifiedPart> verified(const std::string& query) {
    Expansions expansions(reader_);
    const Node tree = expansions.expanded(parse_query(query, {}).tree);
    const auto parts = verified_parts(tree, reader_, expansions);
    EXPECT_EQ(parts.empty(), make_plan(tree, reader_, Weighting::scored, expansions).exact) << query;
    return parts;
  }

  TemporaryArchive archive_{{article("1", "the ferry", "an old harbour, a fog")}};
  ArchiveReader reader_{archive_.directory()};
};

TEST_F(VerifiedParts, AreNoneWhereTheIndexDecides) {
  for (const auto* query : {"",
                            "???",
                            "ferry",
                            "title:\"the ferry\"",
                            "\"old harbour\"",
                            "har*",
                            "fogg~1",
                            "a NEAR/5 b",
                            "date:2021",
                            "source:x",
                            "-ferry",
                            "person:(sergey lavrov)",
                            "\"old harbour\"~4",
                            "person:lavrov",
                            "(a OR b) -c",
                            "body:ferry",
                            "body:\"old harbour\"",
                            "body:\"old harbour\"~3",
                            "body:(a NEAR/3 b)",
                            "body:f-16"})
    EXPECT_THAT(verified(query), ElementsAre()) << query;
}

TEST_F(VerifiedParts, AreTheSmallestWithTheReason) {
  const struct {
    const char* query;
    const char* part;
    const char* why;
  } rows[] = {
      {"=\"Old harbour\"", "=\"Old harbour\"", "case, accents and signs"},
      {"ferry -(fog OR \"the * harbour\")", "\"the * harbour\"", "at the place of *"},
      {"\"an * harbour\"", "\"an * harbour\"", "at the place of *"},
      {"\"fog fog fog\"~3", "\"fog fog fog\"~3", "the same as another"},
      {"a w/s b", "a w/s b", "where a sentence ends"},
      {"a w/p b", "a w/p b", "where a paragraph ends"},
      {"\"a b\" NEAR/3 c", "\"a b\" NEAR/3 c", "more than one word"},
      {"ferry person:(f-16 lavrov)", "person:(f-16 AND lavrov)", "in one name"},
  };
  for (const auto& row : rows) {
    const auto parts = verified(row.query);
    ASSERT_EQ(parts.size(), 1u) << row.query;
    EXPECT_EQ(parts.front().part, row.part);
    EXPECT_THAT(parts.front().why, testing::HasSubstr(row.why)) << row.query;
  }
}

TEST_F(VerifiedParts, StandInTheOrderOfTheQuery) {
  const auto parts = verified("a w/s b OR (ferry =\"c d\")");
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[0].part, "a w/s b");
  EXPECT_EQ(parts[1].part, "=\"c d\"");
}

}  // namespace
}  // namespace morgue
