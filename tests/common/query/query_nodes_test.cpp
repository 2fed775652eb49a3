// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/query/query_nodes.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

Node word(const std::string& text, Field field = Field::any) {
  return {Word{field, {text, TermKind::plain, {{text}}, {}}}};
}

TEST(QueryNodes, JoinWhatIsJoinedAlike) {
  EXPECT_EQ(all_of({word("a"), all_of({word("b"), word("c")})}),
            (Node{And{{word("a"), word("b"), word("c")}}}));
  EXPECT_EQ(any_of({any_of({word("a"), word("b")}), word("c")}),
            (Node{Or{{word("a"), word("b"), word("c")}}}));
  EXPECT_EQ(all_of({word("a")}), word("a"));
  EXPECT_EQ(none_of(none_of(word("a"))), word("a"));
}

TEST(QueryNodes, CountTheLeavesThatMark) {
  EXPECT_EQ(marking_leaves(all_of({word("a"),
                                   none_of(any_of({word("b"), {Everything{}}})),
                                   {Value{Field::tag, "x", "x"}},
                                   {Phrase{Field::any, {}}}})),
            3U);
}

TEST(QueryNodes, CountTheLeavesOfANearAndAWindowAsOne) {
  const auto near = near_of(any_of({word("a"), word("b")}), word("c"), {});
  ASSERT_TRUE(near);
  EXPECT_EQ(marking_leaves(*near), 3U);
  EXPECT_EQ(marking_leaves({Window{Field::any, {{}, {}}, 3}}), 1U);
  EXPECT_EQ(marking_leaves({Literal{Field::any, "a"}}), 1U);
}

TEST(QueryNodes, MakeANearOfSidesOfOneField) {
  const auto a = word("a"), b = word("b"), t = word("t", Field::title);
  EXPECT_TRUE(near_of(a, b, {}));
  EXPECT_FALSE(near_of(a, t, {}));
  EXPECT_FALSE(near_of(a, any_of({b, t}), {}));
  EXPECT_FALSE(near_of(a, all_of({a, b}), {}));
  EXPECT_FALSE(near_of(a, none_of(b), {}));
  EXPECT_EQ(std::get<Near>(near_of(t, t, {})->is).field, Field::title);
  const auto chain = near_of(*near_of(a, b, {}), a, {});
  EXPECT_TRUE(chain);
  EXPECT_FALSE(near_of(a, *near_of(a, b, {}), {}));
}

TEST(QueryNodes, LeaveANearOfOneFieldByItself) {
  const auto a = word("a", Field::person);
  const auto near = *near_of(a, a, {});
  EXPECT_EQ(in_one_value(near, Field::person), near);
  EXPECT_EQ(in_one_value(none_of(near), Field::person), none_of(near));
  EXPECT_TRUE(std::holds_alternative<OneValue>(in_one_value(all_of({near, a}), Field::person).is));
}

TEST(QueryNodes, PutIntoOneValueOnlyWhatIsOfItsField) {
  const auto a = word("a", Field::person), b = word("b", Field::person), c = word("c", Field::title);
  EXPECT_EQ(in_one_value(a, Field::person), a);
  const Node both{OneValue{Field::person, {all_of({a, b})}}};
  EXPECT_EQ(in_one_value(all_of({a, b}), Field::person), both);
  EXPECT_EQ(in_one_value(all_of({c, a, b}), Field::person), all_of({c, both}));
  EXPECT_EQ(in_one_value(any_of({none_of(all_of({a, b, c})), a}), Field::person),
            any_of({none_of(all_of({both, c})), a}));
}

}  // namespace
}  // namespace morgue
