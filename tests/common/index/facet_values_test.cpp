// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/facet_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/error.h"

namespace morgue {
namespace {

TEST(FacetValues, ComeBackAsTheSameValues) {
  const std::vector<std::vector<std::string>> lists{
      {},
      {"fog"},
      {"fog", "", "sea"},
      {std::string("a\0b", 3)},
      {std::string(127, 'x'), std::string(128, 'y'), std::string(70'000, 'z')}};
  for (const auto& values : lists) {
    const auto bytes = to_facet_values(values);
    EXPECT_THAT(from_facet_values(bytes), ::testing::ElementsAreArray(values));
  }
}

TEST(FacetValues, AreRefusedWhereTheyAreCut) {
  const auto bytes = to_facet_values({"fog", std::string(200, 'x')});
  for (const std::size_t length : {std::size_t{1}, std::size_t{3}, std::size_t{5}, bytes.size() - 1})
    EXPECT_THROW(from_facet_values(std::string_view(bytes).substr(0, length)), Error) << length;
  EXPECT_THROW(from_facet_values("\xff\xff\xff\xff\xff\xff"), Error);
}

}  // namespace
}  // namespace morgue
