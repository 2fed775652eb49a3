// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/query/word_pattern.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/lexicon.h"

namespace morgue {
namespace {

TEST(WordPattern, FitsWildcards) {
  struct Row {
    std::string_view pattern, form;
    bool fits;
  };
  for (const auto& [pattern, form, fits] : {
           Row{"wild*", "wild", true},
           {"wild*", "wildcard", true},
           {"wild*", "wil", false},
           {"*stan", "kazakhstan", true},
           {"*stan", "stand", false},
           {"wi?d", "wild", true},
           {"wi?d", "wid", false},
           {"wi?d", "wièd", true},
           {"wi?d", "wiiid", false},
           {"w*l*d", "wold", true},
           {"w*l*d", "wd", false},
           {"*ab", "aab", true},
           {"*aab*", "aaaab", true},
           {"?東?", "a東b", true},
           {"a*b?", "abbb", true},
           {"a*b", "a*b", true},
           {"ab", "ab", true},
           {"*", "", true},
       })
    EXPECT_EQ(fits_wildcard(pattern, form), fits) << pattern << " " << form;
  EXPECT_FALSE(fits_value_pattern("a?c", "abc"));
  EXPECT_TRUE(fits_value_pattern("a?c*", "a?c d"));
}

/// The table of optimal string alignment, whole.
std::size_t distance(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      table[i][j] = std::min(
          {table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

std::vector<std::string> any_word() {
  const std::vector<std::string> letters{"a", "b", "é", "東"};
  return *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(letters));
}

std::string text_of(const std::vector<std::string>& letters) {
  std::string text;
  for (const auto& letter : letters) text += letter;
  return text;
}

RC_GTEST_PROP(WordPattern, CountsEditsAsTheWholeTableDoes, ()) {
  auto a = any_word(), b = any_word();
  if (*rc::gen::arbitrary<bool>()) {  // near each other
    b = a;
    if (b.size() > 2) std::swap(b[0], b[1]);
    if (b.size() > 3) b.erase(b.begin() + 3);
  }
  for (unsigned edits = 0; edits <= 2; ++edits)
    RC_ASSERT(within_edits(text_of(a), text_of(b), edits) == (distance(a, b) <= edits));
}

TEST(WordPattern, EditsNoLetterTwice) {
  EXPECT_TRUE(within_edits("lavrov", "larvov", 1));
  EXPECT_TRUE(within_edits("lavrov", "lavrv", 1));
  EXPECT_TRUE(within_edits("ca", "abc", 3));
  EXPECT_FALSE(within_edits("ca", "abc", 2));  // 2 if a swapped pair could be edited again
}

TEST(WordPattern, FitsNoFormThatIsLongerThanAnyThatIsTried) {
  const std::string longest(longest_form_tried, 'x');
  for (const auto& term :
       {Term{"xx*", TermKind::wildcard, {}, {}}, Term{longest, TermKind::fuzzy, {}, {}, 2}}) {
    EXPECT_TRUE(fits(term, longest));
    EXPECT_FALSE(fits(term, longest + "x"));
  }
}

TEST(WordPattern, FitsOnlyWhatWasKept) {
  Term term{"lavr*", TermKind::wildcard, {}, {}};
  EXPECT_TRUE(fits(term, "lavra"));
  term.kept = {{"lavrov", "lavrova"}};
  EXPECT_FALSE(fits(term, "lavra"));
  EXPECT_TRUE(fits(term, "lavrov"));
  term.kept = std::vector<std::string>();
  EXPECT_FALSE(fits(term, "lavrov"));
}

}  // namespace
}  // namespace morgue
