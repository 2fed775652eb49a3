// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/code_points.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

static_assert(byte_of("", 0) == 0);
static_assert(byte_of("", 3) == 0);

TEST(CodePoints, AreCountedNotBytes) {
  constexpr std::string_view text = "aé€😀z";
  constexpr std::size_t bytes[] = {0, 1, 3, 6, 10, 11, 11};
  for (std::size_t i = 0; i < std::size(bytes); ++i) EXPECT_EQ(byte_of(text, i), bytes[i]) << i;
}

}  // namespace
}  // namespace morgue
