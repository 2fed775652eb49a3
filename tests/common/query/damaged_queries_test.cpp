// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed gives a tree, and its text gives that tree again.
#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/fold.h"
#include "tests/common/query/parsed.h"
#include "tests/support/damaged_queries.h"

namespace morgue {
namespace {

using testing_support::Chance;
using testing_support::damaged_query;

void expect_in_place(const ParsedQuery& parsed, const std::string& typed) {
  const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  const auto length = static_cast<std::size_t>(std::ranges::count_if(valid_utf8(typed), begins));
  for (const auto& warning : parsed.warnings) {
    EXPECT_LE(warning.start, warning.end) << warning.code;
    EXPECT_LE(warning.end, length) << warning.code;
  }
}

TEST(DamagedQueries, AreParsedAndComeBackFromTheirText) {
  constexpr std::size_t queries = 10'000, seed = 20261125;
  Chance chance(seed);
  std::size_t repaired = 0;
  for (std::size_t i = 0; i < queries && !HasFailure(); ++i) {
    auto options = on_a_thursday;
    options.match_any = chance.one_in(4);
    const auto typed = damaged_query(chance);
    SCOPED_TRACE(typed);
    const auto parsed = parse_query(typed, options);
    const auto text = query_text(parsed.tree);
    EXPECT_EQ(parse_query(text, on_a_thursday).tree, parsed.tree) << text;
    expect_in_place(parsed, typed);
    repaired += parsed.warnings.empty() ? 0 : 1;
  }
  EXPECT_GT(repaired, queries / 2) << "queries that need no repair prove little";
}

}  // namespace
}  // namespace morgue
