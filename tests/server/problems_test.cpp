// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/problems.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/search/searcher.h"
#include "common/wire/parameter_values.h"

namespace morgue {
namespace {

TEST(Problems, OfAStrictQueryNameItsWarning) {
  const auto problem = to_problem(BadQuery({"unbalanced_paren", Severity::repair, "never closed", 7, 8, ""}));
  EXPECT_EQ(problem.status, 400);
  EXPECT_EQ(problem.code, "unbalanced_paren");
  EXPECT_EQ(problem.parameter, "q");
  EXPECT_EQ(problem.position, 7u);
  EXPECT_EQ(problem.detail, "never closed");
  EXPECT_FALSE(problem.hint.empty());
}

TEST(Problems, OfAParameterNameIt) {
  const auto problem = to_problem(BadParameter("limit", "is not a number: ten", "10"));
  EXPECT_EQ(problem, (http::Problem{.status = 400,
                                    .code = "bad_parameter",
                                    .detail = "limit is not a number: ten",
                                    .hint = "try limit=10",
                                    .parameter = "limit"}));
}

TEST(Problems, OfAMissingArticleAre404) {
  const auto problem = to_problem(NoSuchArticle("x-1"));
  EXPECT_EQ(problem.status, 404);
  EXPECT_THAT(problem.detail, testing::HasSubstr("x-1"));
}

TEST(Problems, OnOurSideTellNothingOfTheInside) {
  const std::string secret = "/srv/archive/generations/000001/postlist.glass";
  struct Row {
    http::Problem problem;
    int status;
  };
  const std::vector<Row> rows{
      {to_problem(Error(ErrorKind::storage, "cannot read " + secret, "look at " + secret)), 503},
      {to_problem(Error(ErrorKind::not_found, "there is no archive in " + secret)), 503},
      {to_problem(Error(ErrorKind::incompatible, secret + " has another format")), 503},
      {to_problem(Error(ErrorKind::bad_input, secret)), 500},
      {to_problem(std::runtime_error(secret)), 500},
  };
  for (const auto& [problem, status] : rows) {
    EXPECT_EQ(problem.status, status);
    EXPECT_THAT(http::to_response(problem).body, testing::Not(testing::HasSubstr("archive/gen")));
    EXPECT_FALSE(problem.hint.empty());
    EXPECT_EQ(problem.retry_after.has_value(), status == 503);
  }
}

}  // namespace
}  // namespace morgue
