// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as they stand in texts and in keys of pages.
#include "indexer/pages/text_date.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(TextDate, IsFoundInManyLanguagesAndOrders) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"July 14, 2021", "2021-07-14"},
      {"Jul. 14th 2021", "2021-07-14"},
      {"Wednesday, 14 July 2021, in the morning", "2021-07-14"},
      {"the 14th of July 2021", "2021-07-14"},
      {"14 juillet 2021", "2021-07-14"},
      {"14. März 2021", "2021-03-14"},
      {"14 de julio de 2021", "2021-07-14"},
      {"14 июля 2021 г.", "2021-07-14"},
      {"14 يوليو 2021", "2021-07-14"},
      {"2021-07-14", "2021-07-14"},
      {"2021/07/14", "2021-07-14"},
      {"14.07.2021", "2021-07-14"},
      {"25/07/2021", "2021-07-25"},
      {"07/25/2021", "2021-07-25"},
      {"Tue, 19 Nov 2019 02:24:00 GMT", "2019-11-19T02:24:00Z"},
      {"Tue, 19 Nov 2019 02:24:00 +0100", "2019-11-19T02:24:00+0100"},
      {"November 19, 2019 at 2:24 pm UTC", "2019-11-19T14:24:00Z"},
      {"November 19, 2019 2:24 pm", "2019-11-19"},
  };
  for (const auto& [text, date] : rows) EXPECT_EQ(date_in(text).value_or("none"), date) << text;
}

TEST(TextDate, IsNotGuessed) {
  for (const auto* text : {"", "July 2021", "07/08/2021", "31 June 2021", "in 2021, 14 people", "1.2.3",
                           "14 July", "flight 2021-99-14", "May I 2021"})
    EXPECT_EQ(date_in(text), std::nullopt) << text;
}

TEST(TextDate, IsALineOfItsOwnOnlyWithoutOtherWords) {
  for (const auto* line :
       {"July 14, 2021", "Published: July 14, 2021 10:30 am", "Wed, 14 Jul 2021 | 10:30 GMT",
        "Posted on 14 July 2021", "Veröffentlicht am 14. Juli 2021"}) {
    const auto found = date_of_line(line);
    ASSERT_TRUE(found.has_value()) << line;
    EXPECT_EQ(found->date.substr(0, 10), "2021-07-14") << line;
    EXPECT_FALSE(found->is_update) << line;
  }
  for (const auto* line : {"Kabul, July 14, 2021", "The ferry sank on July 14, 2021", "no date", ""})
    EXPECT_FALSE(date_of_line(line).has_value()) << line;
  EXPECT_TRUE(date_of_line("Last updated: July 14, 2021")->is_update);
}

TEST(TextDate, OfAKeyIsTakenAsItStandsWhereItIsIso) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"2019-11-20T06:35:39Z", "2019-11-20T06:35:39Z"},
      {" 2019-11-20T01:50:59.403 ", "2019-11-20T01:50:59.403"},
      {"2019-11-19 02:24:00 UTC", "2019-11-19T02:24:00Z"},
      {"1574130240", "2019-11-19T02:24:00Z"},
      {"1574130240000", "2019-11-19T02:24:00Z"},
      {"Tue, 19 Nov 2019 02:24:00 GMT", "2019-11-19T02:24:00Z"},
      {"2019/11/19", "2019-11-19"},
      {"yesterday", ""},
      {"", ""},
  };
  for (const auto& [value, date] : rows) EXPECT_EQ(date_of_value(value), date) << value;
}

}  // namespace
}  // namespace morgue
