// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/recogniser.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {
TEST(Recogniser, FindsAPerson) { EXPECT_THAT(recognised_people("", "President Joe Biden said so."), testing::ElementsAre("Joe Biden")); }
}  // namespace
}  // namespace morgue
