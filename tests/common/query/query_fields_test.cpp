// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/query/query_fields.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(QueryFields, AreFoundByNameAndAliasInAnyCase) {
  EXPECT_EQ(field_named("Byline")->field, Field::author);
  EXPECT_EQ(field_named("LAST")->asks, Asks::last);
  EXPECT_EQ(field_named("after")->field, Field::date);
  EXPECT_FALSE(field_named("autor"));
  EXPECT_FALSE(field_named(""));
}

TEST(QueryFields, SuggestAKnownNameWithinTwoLetters) {
  struct Row {
    std::string_view written, nearest;
  };
  for (const auto& [written, nearest] : {Row{"autor", "author"},
                                         {"tittle", "title"},
                                         {"Persn", "person"},
                                         {"befor", "before"},
                                         {"x", ""},
                                         {"http", ""},
                                         {"foo", ""}})
    EXPECT_EQ(nearest_field_name(written), nearest) << written;
}

}  // namespace
}  // namespace morgue
