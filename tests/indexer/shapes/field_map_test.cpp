// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/shapes/field_map.h"

#include <gmock/gmock.h>

#include <fstream>

#include "common/article/article_json.h"
#include "common/error.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

std::string error_of(const json& map) {
  try {
    FieldMap made(map);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_NE(error.hint(), "");
    return error.what();
  }
  return "none";
}

TEST(FieldMap, FindsOurKeysWhereItSays) {
  const FieldMap map(json::parse(
      R"({"id":"/meta/no","title":["/none","/hl/main"],"body":["/lead","/text"],"people":["/who","/who_else"],
      "published":"/meta/when","authors":"/by","language":"/lang","tags":"/meta/list/0"})"));
  const auto article = map.read(
      json::parse(R"({"meta":{"no":7,"when":{"$date":1626345000000},"list":[["fog"]]},"hl":{"main":"Fog"},
      "lead":"Fog came.","text":"<p>Gulls</p><p>left.</p>","who":[{"name":"Eva Lind"}],"who_else":"Ada Kern","by":"By Ben Holt and Ida Moe",
      "lang":"English","desk":"night"})"));
  EXPECT_EQ(article.id, "7");
  EXPECT_EQ(article.title, "Fog");
  EXPECT_EQ(article.body, "Fog came.\n\nGulls\n\nleft.");
  EXPECT_THAT(article.people, ElementsAre("Eva Lind", "Ada Kern"));
  EXPECT_EQ(article.published, "2021-07-15T10:30:00Z");
  EXPECT_THAT(article.authors, ElementsAre("Ben Holt", "Ida Moe"));
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(article.tags, ElementsAre("fog"));
  EXPECT_EQ(article.other, json({{"desk", "night"}}));
}

TEST(FieldMap, RefusesRecordsInWhichItFindsNoText) {
  const FieldMap map(json{{"title", "/a/b/c"}});
  for (const auto* record : {"{}", "{\"a\":7}", "{\"a\":{\"b\":[]}}", "[]", "7", "{\"title\":\"t\"}",
                             "{\"a\":{\"b\":{\"c\":\" \"}}}"})
    EXPECT_THROW(map.read(json::parse(record)), ArticleError) << record;
}

TEST(FieldMap, NamesTheKeyThatIsWrong) {
  EXPECT_THAT(error_of({{"titel", "/a"}}), HasSubstr("titel"));
  EXPECT_THAT(error_of({{"title", "a"}}), HasSubstr("title is \"a\""));
  EXPECT_THAT(error_of({{"title", "/a~2"}}), HasSubstr("title"));
  EXPECT_THAT(error_of({{"title", 7}}), HasSubstr("title is 7"));
  EXPECT_THAT(error_of({{"title", "/a"}, {"tags", json::array()}}), HasSubstr("tags"));
  EXPECT_THAT(error_of({{"tags", "/a"}}), HasSubstr("neither title nor body"));
  EXPECT_THAT(error_of(json::array()), HasSubstr("not an object"));
}

TEST(FieldMap, NamesTheFileThatIsNone) {
  const testing_support::TemporaryDirectory directory;
  EXPECT_THROW(FieldMap::from_file(directory.path("none.json")), Error);
  std::ofstream(directory.path("map.json")) << "{\"title\":";
  EXPECT_THROW(FieldMap::from_file(directory.path("map.json")), Error);
}

}  // namespace
}  // namespace morgue
