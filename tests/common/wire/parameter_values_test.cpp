// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of reading numbers and names out of parameters.
#include "common/wire/parameter_values.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(NumberOf, TakesWholeNumbersBetweenItsBounds) {
  EXPECT_EQ(number_of("limit", "0", 0, 100, 10), 0u);
  EXPECT_EQ(number_of("limit", "100", 0, 100, 10), 100u);
  EXPECT_EQ(number_of("limit", "007", 0, 100, 10), 7u);
  EXPECT_EQ(number_of("limit", "-0", 0, 100, 10), 0u);
}

TEST(NumberOf, SaysWhatIsWrongWithOthersAndWhatWouldDo) {
  const struct {
    const char* text;
    const char* message;
    const char* hint;
  } cases[] = {
      {"ten", "limit is not a number: ten", "try limit=10"},
      {"", "limit is not a number: ", "try limit=10"},
      {"-", "limit is not a number: -", "try limit=10"},
      {"10x", "limit is not a number: 10x", "try limit=10"},
      {" 10", "limit is not a number:  10", "try limit=10"},
      {"+10", "limit is not a number: +10", "try limit=10"},
      {"1.5", "limit is not a number: 1.5", "try limit=10"},
      {"0x10", "limit is not a number: 0x10", "try limit=10"},
      {"--5", "limit is not a number: --5", "try limit=10"},
      {"101", "limit is over 100: 101", "try limit=100"},
      {"99999999999999999999999", "limit is over 100: 99999999999999999999999", "try limit=100"},
      {"1", "limit is under 2: 1", "try limit=2"},
      {"-5", "limit is under 2: -5", "try limit=2"},
      {"-99999999999999999999999", "limit is under 2: -99999999999999999999999", "try limit=2"},
  };
  for (const auto& c : cases) {
    try {
      number_of("limit", c.text, 2, 100, 10);
      ADD_FAILURE() << c.text << " was taken";
    } catch (const BadParameter& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_EQ(error.parameter(), "limit");
      EXPECT_STREQ(error.what(), c.message);
      EXPECT_EQ(error.hint(), c.hint);
    }
  }
}

TEST(CheckIsOneOf, NamesTheNearestAndFailingThatTheFirst) {
  const std::vector<std::string_view> names{"relevance", "newest"};
  EXPECT_NO_THROW(check_is_one_of("sort", "newest", names));
  for (const auto& [text, example] :
       {std::pair{"newst", "newest"}, {"date", "relevance"}, {"NEWEST", "relevance"}}) {
    try {
      check_is_one_of("sort", text, names);
      ADD_FAILURE() << text << " was taken";
    } catch (const BadParameter& error) {
      EXPECT_EQ(error.what(), std::string("sort is not one of relevance, newest: ") + text);
      EXPECT_EQ(error.example(), example);
      EXPECT_EQ(error.hint(), std::string("try sort=") + example);
    }
  }
}

}  // namespace
}  // namespace morgue
