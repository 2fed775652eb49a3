// SPDX-License-Identifier: GPL-3.0-or-later
// Windows against every choice of occurrences, tried one by one.
#include "common/query/word_window.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "tests/common/query/number.h"

namespace morgue {
namespace {

class EveryWindow {
 public:
  EveryWindow(const std::vector<WindowTerm>& terms, std::size_t width)
      : terms_(terms), width_(width), found_(terms.size()) {
    for (std::size_t term = 0; term < terms.size(); ++term)
      places_.insert(places_.end(), terms[term].times, term);
  }

  std::vector<Extents> run() {
    go_on({});
    std::vector<Extents> result;
    for (const auto& each : found_) result.emplace_back(each.begin(), each.end());
    return result;
  }

 private:
  void go_on(const Extents& chosen) {
    if (chosen.size() == places_.size()) {
      for (std::size_t i = 0; i < chosen.size(); ++i) found_[places_[i]].insert(chosen[i]);
      return;
    }
    for (const auto& each : terms_[places_[chosen.size()]].occurrences) {
      auto more = chosen;
      more.push_back(each);
      if (std::ranges::count(chosen, each.first, &Extent::first) == 0 && is_narrow(more)) go_on(more);
    }
  }

  bool is_narrow(const Extents& chosen) const {
    const auto first = std::ranges::min(chosen, {}, &Extent::first).first;
    const auto last = std::ranges::max(chosen, {}, &Extent::last).last;
    return last - first <= width_;
  }

  const std::vector<WindowTerm>& terms_;
  std::size_t width_;
  std::vector<std::size_t> places_;
  std::vector<std::set<Extent>> found_;
};

RC_GTEST_PROP(WordWindow, AgreesWithEveryChoiceTriedOneByOne, ()) {
  std::vector<WindowTerm> terms;
  for (int n = number(1, 4); n > 0; --n) {
    std::set<Extent> extents;
    for (int m = number(0, 7); m > 0; --m) {
      const auto first = static_cast<std::uint32_t>(number(0, 12));
      extents.insert({first, first + static_cast<std::uint32_t>(std::max(0, number(0, 5) - 2))});
    }
    terms.push_back({{extents.begin(), extents.end()}, static_cast<std::size_t>(number(1, 3))});
  }
  const auto width = static_cast<std::size_t>(number(0, 8));
  auto expected = EveryWindow(terms, width).run();
  const auto found = in_one_window(terms, width);
  for (std::size_t term = 0; term < terms.size(); ++term) RC_ASSERT(found[term] == expected[term]);
}

TEST(WordWindow, IsQuickWhereWordsStandEverywhere) {
  Extents even, all;
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    all.push_back({i, i});
    if (i % 2 == 0) even.push_back({i, i});
  }
  const auto found = in_one_window({{all, 2}, {even, 1}}, 1'000'000'000);
  EXPECT_EQ(found[0].size(), all.size());
  EXPECT_EQ(found[1].size(), even.size());
}

}  // namespace
}  // namespace morgue
