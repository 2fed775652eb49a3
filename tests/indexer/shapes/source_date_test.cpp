// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shapes/source_date.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

using nlohmann::json;

TEST(SourceDate, IsReadAsSourcesWriteIt) {
  const std::vector<std::pair<json, std::string>> rows{
      {"2021-07-15", "2021-07-15"},
      {"2021-07-15T10:30:00+0000", "2021-07-15T10:30:00+0000"},
      {"Mon, 18 Nov 2019 16:07:38 -0600", "2019-11-18T22:07:38Z"},
      {"Tue Nov 19 2019 03:05:46 GMT+0000", "2019-11-19T03:05:46Z"},
      {"19 Nov 2019 07:09 GMT", "2019-11-19T07:09:00Z"},
      {"November 9, 2019", "2019-11-09"},
      {"Mon, 18 Nov 2019 16:07:38 EST", "2019-11-18T21:07:38Z"},
      {1626345000, "2021-07-15T10:30:00Z"},
      {1626345000000, "2021-07-15T10:30:00Z"},
      {"1626345000000", "2021-07-15T10:30:00Z"},
      {-1000, "1969-12-31T23:43:20Z"},
      {{{"$date", 1626345000000}}, "2021-07-15T10:30:00Z"},
      {{{"$date", {{"$numberLong", "1626345000000"}}}}, "2021-07-15T10:30:00Z"},
      {{{"$date", "2021-07-15T10:30:00Z"}}, "2021-07-15T10:30:00Z"},
      {"last spring", "last spring"},
      {"30 Feb 2019", "30 Feb 2019"},
      {1e300, ""},
      {nullptr, ""},
      {json::object(), ""},
      {json::array({1}), ""},
  };
  for (const auto& [value, date] : rows) EXPECT_EQ(date_in_json(value), date) << value;
}

}  // namespace
}  // namespace morgue
