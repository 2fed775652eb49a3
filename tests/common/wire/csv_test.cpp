// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/csv.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(Csv, QuotesWhatMustBeQuoted) {
  EXPECT_EQ(csv_row({"a", "", "b c"}, Formulas::kept), "a,,b c\r\n");
  EXPECT_EQ(csv_row({"a,b", "say \"so\"", "two\nlines", "\r"}, Formulas::kept),
            "\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"\r\"\r\n");
  EXPECT_EQ(csv_row({"\xff"}, Formulas::kept), "\uFFFD\r\n");
}

TEST(Csv, DisarmsFormulasWhereItIsTold) {
  EXPECT_EQ(csv_row({"=1+1", "+1", "-1", "@x", "a=b", "'="}, Formulas::disarmed),
            "'=1+1,'+1,'-1,'@x,a=b,'=\r\n");
  EXPECT_EQ(csv_row({"=1,2"}, Formulas::disarmed), "\"'=1,2\"\r\n");
  EXPECT_EQ(csv_row({"=1+1", "-1"}, Formulas::kept), "=1+1,-1\r\n");
}

}  // namespace
}  // namespace morgue
