// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/request_tree.h"

#include <gtest/gtest.h>

#include "common/query/query_parser.h"
#include "common/query/query_text.h"

namespace morgue {
namespace {

std::string tree_text(const SearchRequest& request) {
  return query_text(request_tree(parse_query(request.query, {}).tree, request));
}

TEST(RequestTree, IsTheQueryWhereNothingElseIsAsked) {
  SearchRequest request;
  request.query = "ferry OR -harbour";
  EXPECT_EQ(tree_text(request), "ferry OR NOT harbour");
}

TEST(RequestTree, LooksForBareWordsInTheFieldsAskedFor) {
  SearchRequest request;
  request.query = "ferry -\"old harbour\" title:fog";
  request.in = {Field::title, Field::person};
  EXPECT_EQ(tree_text(request),
            "(title:ferry OR person:ferry) AND NOT (title:\"old harbour\" OR person:\"old harbour\") AND "
            "title:fog");
}

TEST(RequestTree, AddsDatesAndValues) {
  SearchRequest request;
  request.query = "ferry";
  request.published = parse_day_span("2021").value();
  request.filters = {{Field::source, {"The Gazette", "Echo"}, {}}, {Field::tag, {}, {"sport"}}};
  EXPECT_EQ(tree_text(request),
            "ferry AND date:2021 AND (source:\"The Gazette\" OR source:Echo) AND NOT tag:sport");
}

}  // namespace
}  // namespace morgue
