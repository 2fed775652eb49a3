// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rulings.h"

#include <gtest/gtest.h>

#include "tests/common/query/marked.h"

namespace morgue {
namespace {

TEST(Rulings, HoldAtTheMatcher) {
  for (const auto& [body, query, marked, language] : testing_support::rulings())
    EXPECT_EQ(in_body(body, query, language), marked.empty() ? no_match : marked) << body << " / " << query;
}

}  // namespace
}  // namespace morgue
