// SPDX-License-Identifier: GPL-3.0-or-later
// Nearness against every chain there is, tried one by one.
#include "common/query/nearness.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "tests/common/query/number.h"

namespace morgue {

void showValue(const Extent& extent, std::ostream& out) { out << extent.first << "-" << extent.last; }

namespace {

class EveryChain {
 public:
  EveryChain(const std::vector<Extents>& sides, const std::vector<NearStep>& steps,
             const Boundaries& boundaries)
      : sides_(sides), steps_(steps), boundaries_(boundaries), found_(sides.size()) {}

  std::vector<Extents> run() {
    for (const auto& first : sides_[0]) go_on({first}, first);
    std::vector<Extents> result;
    for (const auto& each : found_) result.emplace_back(each.begin(), each.end());
    return result;
  }

 private:
  void go_on(std::vector<Extent> chosen, const Extent& span) {
    const auto side = chosen.size();
    if (side == sides_.size()) {
      for (std::size_t i = 0; i < side; ++i) found_[i].insert(chosen[i]);
      return;
    }
    for (const auto& each : sides_[side]) {
      if (!is_near(span, each, steps_[side - 1])) continue;
      auto more = chosen;
      more.push_back(each);
      go_on(more, {std::min(span.first, each.first), std::max(span.last, each.last)});
    }
  }

  bool is_near(const Extent& span, const Extent& each, const NearStep& step) const {
    const bool after = each.first > span.last, before = each.last < span.first;
    const bool inside = each.first > span.first && each.last < span.last;
    if (step.ordered ? !after : !(after || before || inside)) return false;
    if (step.unit == NearUnit::words)
      return inside || (after ? each.first - span.last : span.first - each.last) <= step.distance;
    const auto& begins = step.unit == NearUnit::sentence ? boundaries_.sentences : boundaries_.paragraphs;
    const auto low = std::min(span.first, each.first), high = std::max(span.last, each.last);
    return std::ranges::none_of(begins, [&](std::uint32_t begin) { return low < begin && begin <= high; });
  }

  const std::vector<Extents>& sides_;
  const std::vector<NearStep>& steps_;
  const Boundaries& boundaries_;
  std::vector<std::set<Extent>> found_;
};

Extents any_extents() {
  std::set<Extent> extents;
  for (int n = number(0, 8); n > 0; --n) {
    const auto first = static_cast<std::uint32_t>(number(0, 16));
    extents.insert({first, first + static_cast<std::uint32_t>(number(0, 2) == 0 ? 0 : number(0, 3))});
  }
  return {extents.begin(), extents.end()};
}

RC_GTEST_PROP(Nearness, AgreesWithEveryChainTriedOneByOne, ()) {
  Boundaries boundaries;
  std::set<std::uint32_t> sentences;
  for (int n = number(0, 5); n > 0; --n) sentences.insert(static_cast<std::uint32_t>(number(0, 16)));
  for (const auto begin : sentences) {
    boundaries.sentences.push_back(begin);
    if (number(0, 3) == 0) boundaries.paragraphs.push_back(begin);
  }
  std::vector<Extents> sides{any_extents()};
  std::vector<NearStep> steps;
  for (int n = number(1, 4); n > 0; --n) {
    sides.push_back(number(0, 4) == 0 ? sides.front() : any_extents());
    const auto unit = number(0, 2) == 0 ? NearUnit::words : static_cast<NearUnit>(number(0, 3));
    steps.push_back({unit, static_cast<std::size_t>(number(0, 6)),
                     unit == NearUnit::words && *rc::gen::arbitrary<bool>()});
  }
  auto expected = EveryChain(sides, steps, boundaries).run();
  RC_ASSERT(taking_part(sides, steps, boundaries) == expected);
}

TEST(Nearness, IsQuickWhereWordsStandEverywhere) {
  Extents even, odd, all;
  for (std::uint32_t i = 0; i < 200'000; i += 2) {
    even.push_back({i, i});
    odd.push_back({i + 1, i + 1});
  }
  std::ranges::merge(even, odd, std::back_inserter(all));
  const std::size_t far = 1'000'000'000;
  const auto pair = taking_part({even, odd}, {{NearUnit::words, far, false}}, {});
  EXPECT_EQ(pair[0].size(), even.size());
  EXPECT_EQ(pair[1].size(), odd.size());
  const auto chain = taking_part(
      {even, odd, all, even},
      {{NearUnit::words, far, false}, {NearUnit::words, 1000, true}, {NearUnit::paragraph, 0, false}}, {});
  for (const auto& side : chain) EXPECT_FALSE(side.empty());
}

}  // namespace
}  // namespace morgue
