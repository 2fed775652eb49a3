// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/results_csv.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

SearchResult ferry() {
  SearchResult result;
  result.article.id = "strike-1";
  result.article.title = "=Ferry, late";
  result.article.published = "2021-07-15";
  result.article.source = "The Ledger";
  result.article.language = "en";
  result.article.authors = {"Ann", "Bo"};
  result.article.people = {"Sergey Lavrov"};
  result.article.people_recognised = true;
  result.article.url = "https://ledger.example/1";
  result.article.tags = {"sea", "-fog"};
  result.score = 1.23456;
  result.body = {{.text = "The ferry is late.", .ranges = {{4, 9}}, .start = 0},
                 {.text = "No\none minds.", .ranges = {}, .start = 30}};
  return result;
}

TEST(ResultsCsv, HasTheColumnsOfTheContract) {
  EXPECT_EQ(csv_header({}),
            "rank,id,title,published,source,section,language,authors,people,url,score,snippet\r\n");
  EXPECT_EQ(csv_result(ferry(), {}, 11, Formulas::disarmed),
            "11,strike-1,\"'=Ferry, late\",2021-07-15,The Ledger,,en,Ann; Bo,Sergey Lavrov,"
            "https://ledger.example/1,1.2346,\"The ferry is late. … No\none minds.\"\r\n");
  EXPECT_EQ(csv_error({}, {"strike-1", "=why"}, Formulas::disarmed), "error,strike-1,'=why,,,,,,,,,\r\n");
}

TEST(ResultsCsv, HasTheKeysThatAreAskedForInTheirOrder) {
  SearchRequest request;
  request.return_keys = {"tags", "id", "people_recognised", "body"};
  EXPECT_EQ(csv_header(request), "tags,id,people_recognised,body\r\n");
  EXPECT_EQ(csv_result(ferry(), request, 1, Formulas::kept), "sea; -fog,strike-1,true,\r\n");
}

}  // namespace
}  // namespace morgue
