// SPDX-License-Identifier: GPL-3.0-or-later
// What a wildcard stands for where it stands for too much: the forms in most articles, and only they.
#include "common/search/expansions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;

/// "qxaaa", "qxaab" … for q.
std::string word(char first, std::size_t number) {
  std::string text{first, 'x'};
  for (std::size_t place = 26 * 26; place > 0; place /= 26)
    text += static_cast<char>('a' + number / place % 26);
  return text;
}

std::string words(char first, std::size_t from, std::size_t to) {
  std::string text;
  for (auto i = from; i < to; ++i) text += word(first, i) + " ";
  return text;
}

constexpr std::size_t too_many = most_forms + 100;

class ExpansionsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string all;
    for (const char first : first_letters) all += words(first, 0, too_many);
    archive_ = new testing_support::TemporaryArchive({
        article("all", "", all),
        article("first", "", word('q', 0)),
        article("last", "", word('q', too_many - 1)),
        article("edge", "", words('q', most_forms - 1, most_forms)),
        article("beyond", word('q', too_many - 50), "gull"),
    });
  }
  static void TearDownTestSuite() { delete archive_; }

  SearchResults search(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return searcher_.search(request);
  }
  static std::vector<std::string> ids(const SearchResults& results) {
    std::vector<std::string> found;
    for (const auto& result : results.results) found.push_back(result.article.id);
    return found;
  }

  static constexpr std::string_view first_letters = "abcdefghijq";
  inline static testing_support::TemporaryArchive* archive_ = nullptr;
  Searcher searcher_{archive_->directory()};
};

// q0 … q1099 stand in "all"; of them q0, q999, q1050 and q1099 in one article more, so these four are kept,
// and of the others the first 996.
TEST_F(ExpansionsTest, KeepTheFormsInMostArticlesThenTheFirstOnes) {
  const auto results = search("qx*");
  EXPECT_THAT(ids(results), testing::UnorderedElementsAre("all", "first", "last", "edge", "beyond"));
  EXPECT_EQ(results.relation, Relation::gte);
  ASSERT_EQ(results.warnings.size(), 1u);
  EXPECT_EQ(results.warnings[0].code, "forms_cut");
  EXPECT_EQ(results.warnings[0].severity, Severity::notice);

  const auto marked = searcher_.marked_article("all", [] {
    SearchRequest request;
    request.query = "qx*";
    return request;
  }());
  EXPECT_EQ(marked->body.ranges.size(), most_forms);
  const auto begin_of = [&](std::size_t number) { return marked->body.text.find(word('q', number)); };
  const auto is_marked = [&](std::size_t number) {
    return std::ranges::count(marked->body.ranges, begin_of(number),
                              &std::pair<std::size_t, std::size_t>::first) == 1;
  };
  for (const std::size_t kept :
       {std::size_t{0}, std::size_t{996}, most_forms - 1, too_many - 50, too_many - 1})
    EXPECT_TRUE(is_marked(kept)) << kept;
  for (const std::size_t cut : {std::size_t{997}, std::size_t{998}, most_forms, too_many - 2})
    EXPECT_FALSE(is_marked(cut)) << cut;
}

TEST_F(ExpansionsTest, ThatWereCutAreTheQuestionWhereTheMatcherDecidesToo) {
  EXPECT_THAT(ids(search("title:(qx* w/s qx*) OR body:=\"gull\" title:qx*")), testing::ElementsAre("beyond"));
  EXPECT_THAT(ids(search("=\"gull\" -qx*")), testing::IsEmpty());
  EXPECT_EQ(search("-qx*").relation, Relation::gte);
}

TEST_F(ExpansionsTest, StandForNoMoreThanTheQueryHasLeft) {
  std::string query;
  for (const char first : first_letters.substr(0, 10)) query += std::string{first} + "x* OR ";
  EXPECT_EQ(search("qx*").total, 5u);
  const auto results = search(query + "qx*");
  EXPECT_THAT(ids(results), testing::ElementsAre("all"));
  EXPECT_EQ(results.relation, Relation::gte);
}

TEST_F(ExpansionsTest, ThatAreFewAreAllThere) {
  const auto results = search("qxa?a -id:all");
  EXPECT_EQ(results.relation, Relation::eq);
  EXPECT_TRUE(results.warnings.empty());
  EXPECT_THAT(ids(results), testing::ElementsAre("first"));
}

}  // namespace
}  // namespace morgue
