// SPDX-License-Identifier: GPL-3.0-or-later
// nearest: which known name a mistyped one stands for.
#include "common/text/nearest.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

const std::vector<std::string_view> options{"archive", "remove", "rejects", "help", "id", "tag", "title"};

TEST(Nearest, FindsTheNameAFewEditsAway) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"archive", "archive"}, {"archve", "archive"}, {"archiive", "archive"}, {"arhcive", "archive"},
      {"hlep", "help"},       {"reject", "rejects"}, {"titel", "title"},      {"tga", "tag"},
  };
  for (const auto& [name, known] : rows) EXPECT_EQ(nearest(name, options), known) << name;
}

TEST(Nearest, FindsNothingTooFarAway) {
  for (const auto* name : {"", "x", "10", "at", "rebuild", "archives-of"})
    EXPECT_EQ(nearest(name, options), "") << name;
  EXPECT_EQ(nearest("archve", options, 0), "");
  EXPECT_EQ(nearest("title", {}), "");
}

TEST(Nearest, TakesTheNearestAndOfSeveralTheFirst) {
  EXPECT_EQ(nearest("cart", {"carts", "cart", "card"}), "cart");
  EXPECT_EQ(nearest("care", {"card", "cart"}), "card");
}

}  // namespace
}  // namespace morgue
