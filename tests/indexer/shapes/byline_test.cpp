// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shapes/byline.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Byline, IsTakenApart) {
  const struct {
    std::string byline;
    std::string language;
    std::vector<std::string> authors;
  } rows[] = {
      {"By Ada Kern and Ben Holt, The Gazette", "en", {"Ada Kern", "Ben Holt", "The Gazette"}},
      {"Von Ada Kern und Ben Holt", "de-DE", {"Ada Kern", "Ben Holt"}},
      {"Von Holt", "en", {"Von Holt"}},
      {"Ada Kern,Ben Holt;Ida Moe & Eva Lind", "", {"Ada Kern", "Ben Holt", "Ida Moe", "Eva Lind"}},
      {"Ada Kern | kern@gazette.example", "", {"Ada Kern"}},
      {"Ben Holt, Jr., Ada Kern", "", {"Ben Holt, Jr.", "Ada Kern"}},
      {"Ada Kern, Ada Kern", "", {"Ada Kern"}},
      {"https://gazette.example/kern", "", {}},
      {" , - ", "", {}},
      {"", "", {}},
  };
  for (const auto& row : rows)
    EXPECT_EQ(authors_of_byline(row.byline, row.language), row.authors) << row.byline;
}

}  // namespace
}  // namespace morgue
