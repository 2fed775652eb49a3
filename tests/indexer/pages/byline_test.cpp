// SPDX-License-Identifier: GPL-3.0-or-later
// Names in bylines, and lines that are none.
#include "indexer/pages/byline.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

using Names = std::vector<std::string>;

TEST(Byline, NamesEachAuthorOnce) {
  const std::vector<std::pair<std::string, Names>> rows{
      {"Anna Roth", {"Anna Roth"}},
      {"By Anna Roth", {"Anna Roth"}},
      {"by  Anna\xC2\xA0Roth", {"Anna Roth"}},
      {"By: Anna Roth", {"Anna Roth"}},
      {"By Anna Roth and Jan de Wit", {"Anna Roth", "Jan de Wit"}},
      {"By Anna Roth, Jan de Wit and Omar bin Said", {"Anna Roth", "Jan de Wit", "Omar bin Said"}},
      {"Von Anna Roth und Jörg Öhler", {"Anna Roth", "Jörg Öhler"}},
      {"By MEG ROWE and ERIN HALE, Associated Press", {"MEG ROWE", "ERIN HALE"}},
      {"By STEVE PORTER, AP National Political Writer", {"STEVE PORTER"}},
      {"Anna Roth, Futurism", {"Anna Roth"}},
      {"Anna Roth | The Northport Gazette", {"Anna Roth"}},
      {"Anna Roth; Anna Roth", {"Anna Roth"}},
      {"Reuters", {"Reuters"}},
      {"https://example.org/authors/anna", {}},
      {"editor@example.org", {}},
      {"Staff Writer", {}},
      {"", {}},
  };
  for (const auto& [byline, names] : rows) EXPECT_EQ(names_in_byline(byline), names) << byline;
}

TEST(Byline, IsALineThatBeginsAsOne) {
  EXPECT_EQ(names_of_line("By Anna Roth"), Names{"Anna Roth"});
  EXPECT_EQ(names_of_line("By Anna Roth, July 14, 2021"), Names{"Anna Roth"});
  for (const auto* line : {"Anna Roth", "By the sea", "By", "Byron Hall", "By Monday the ferry had sailed.",
                           "By noon Anna Roth had left the harbour"})
    EXPECT_EQ(names_of_line(line), Names{}) << line;
}

}  // namespace
}  // namespace morgue
