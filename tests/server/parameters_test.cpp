// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/parameters.h"

#include <gtest/gtest.h>

#include "common/wire/parameter_values.h"

namespace morgue {
namespace {

template <class Function>
BadParameter refusal(Function&& function) {
  try {
    function();
  } catch (const BadParameter& error) {
    return error;
  }
  throw std::runtime_error("nothing was refused");
}

TEST(Parameters, NameTheNearestOfAnUnknownOne) {
  const auto refused = refusal([] { check_names({{"id", "x"}, {"prety", "1"}}, {"id", "pretty"}); });
  EXPECT_EQ(refused.parameter(), "prety");
  EXPECT_EQ(refused.hint(), "did you mean pretty?");
}

TEST(Parameters, ListTheKnownOnesWhereNoneIsNear) {
  EXPECT_EQ(refusal([] {
              check_names({{"colour", "red"}}, {"id", "pretty"});
            }).hint(),
            "known are id, pretty");
}

TEST(Parameters, AreAbsentWhenEmpty) {
  EXPECT_NO_THROW(check_names({{"colour", ""}}, {"id"}));
  EXPECT_EQ(value_of({{"id", ""}}, "id"), "");
  EXPECT_EQ(value_of({{"id", ""}, {"id", "x"}}, "id"), "x");
}

TEST(Parameters, AreGivenOnce) {
  EXPECT_EQ(refusal([] { value_of({{"id", "a"}, {"id", "b"}}, "id"); }).parameter(), "id");
}

TEST(Parameters, SayWhatIsMissing) {
  const auto refused = refusal([] { needed_value_of({}, "id", "give one"); });
  EXPECT_EQ(std::string(refused.what()), "id is missing");
  EXPECT_EQ(refused.hint(), "give one");
}

TEST(Parameters, ReadFlags) {
  for (const auto* yes : {"1", "true"}) EXPECT_TRUE(flag_of({{"pretty", yes}}, "pretty")) << yes;
  for (const auto* no : {"0", "false", ""}) EXPECT_FALSE(flag_of({{"pretty", no}}, "pretty")) << no;
  EXPECT_FALSE(flag_of({}, "pretty"));
  EXPECT_EQ(refusal([] { flag_of({{"pretty", "very"}}, "pretty"); }).parameter(), "pretty");
}

}  // namespace
}  // namespace morgue
