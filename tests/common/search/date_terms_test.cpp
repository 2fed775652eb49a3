// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/date_terms.h"

#include <gtest/gtest.h>

#include "common/index/archive_reader.h"
#include "common/index/schema.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

Article of_day(const std::string& day) {
  Article made = article(day, "t", "b");
  made.published = day;
  return made;
}

class DateTerms : public testing::Test {
 protected:
  std::vector<std::string> terms(const std::string& first, const std::string& last) {
    DaySpan span;
    if (!first.empty()) span.first = parse_day_span(first)->first;
    if (!last.empty()) span.last = parse_day_span(last)->last;
    return date_terms(Field::date, span, reader_.database());
  }
  static std::string year(int y) { return schema::year_term(Field::date, std::chrono::year(y)); }
  static std::string month(int y, unsigned m) {
    return schema::month_term(Field::date, std::chrono::year(y) / static_cast<int>(m));
  }
  static std::string day(const std::string& text) {
    return schema::day_term(Field::date, *parse_day_span(text)->first);
  }

  TemporaryArchive archive_{{of_day("2019-12-30"), of_day("2021-02-03")}};
  ArchiveReader reader_{archive_.directory()};
};

TEST_F(DateTerms, AreWholeYearsMonthsAndDays) {
  using Terms = std::vector<std::string>;
  EXPECT_EQ(terms("2020", "2020"), Terms{year(2020)});
  EXPECT_EQ(terms("2020-02", "2020-02"), Terms{month(2020, 2)});
  EXPECT_EQ(terms("2020-02-29", "2020-02-29"), Terms{day("2020-02-29")});
  EXPECT_EQ(terms("2020-11-30", "2021-02-02"), (Terms{day("2020-11-30"), month(2020, 12), month(2021, 1),
                                                      day("2021-02-01"), day("2021-02-02")}));
}

TEST_F(DateTerms, ReachNoFurtherThanTheArchive) {
  EXPECT_EQ(terms("2021-02-01", "").front(), month(2021, 2).empty() ? "" : day("2021-02-01"));
  EXPECT_LE(terms("", "").size(), 10u);
  EXPECT_LE(terms("0001", "9999").size(), 10u);
  EXPECT_TRUE(terms("2022", "2023").empty());
}

TEST_F(DateTerms, AreNoneWhereNothingIsDated) {
  const TemporaryArchive undated({article("1", "t", "b")});
  ArchiveReader reader(undated.directory());
  EXPECT_TRUE(date_terms(Field::date, {}, reader.database()).empty());
}

}  // namespace
}  // namespace morgue
