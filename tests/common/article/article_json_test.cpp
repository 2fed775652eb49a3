// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical JSON of an article, both ways, and what is said about one that is not taken.
#include "common/article/article_json.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace morgue {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

Article ferry_article() {
  Article article;
  article.id = "urn:ferry:1";
  article.title = "Ferry runs aground";
  article.body = "A ferry ran aground.\n\nNobody was hurt.";
  article.people = {"Sergey Lavrov", "Zoë Ångström"};
  article.people_recognised = true;
  article.published = "2021-07-15";
  article.updated = "2021-07-16T10:00:00Z";
  article.added = "2021-07-17T10:00:00Z";
  article.source = "Example Wire";
  article.section = "Shipping";
  article.language = "en-GB";
  article.language_detected = "en";
  article.url = "https://example.com/ferry";
  article.authors = {"A. Writer"};
  article.tags = {"ferries", "harbour"};
  article.places = {"Calais"};
  article.status = "usable";
  article.embargoed = "2021-07-15T06:00:00Z";
  article.other = {{"wordcount", 7}, {"desk", {{"name", "night"}}}, {"nothing", nullptr}};
  return article;
}

Article with_key(const std::string& key, const Json& value) {
  return from_json({{"title", "t"}, {key, value}});
}

/// The code, message and hint of the refusal, or empty texts.
struct Refusal {
  std::string code, message, hint;
};
Refusal refusal(const Json& json) {
  try {
    check(from_json(json));
  } catch (const ArticleError& error) {
    EXPECT_EQ(error.kind(), ErrorKind::bad_input);
    return {error.code(), error.what(), error.hint()};
  }
  return {};
}

TEST(ArticleJson, ComesBackAsTheSameArticle) {
  EXPECT_EQ(from_json(to_json(ferry_article())), ferry_article());
  EXPECT_EQ(from_json(to_json(Article{})), Article{});
}

TEST(ArticleJson, ComesBackThroughText) {
  EXPECT_EQ(from_json(Json::parse(to_json(ferry_article()).dump())), ferry_article());
}

rc::Gen<std::string> text_of_any_script() {
  const auto sign = rc::gen::element<std::string>("a", "Z", "0", " ", "\n", "\"", "\\", "é", "ж", "汉", "😀",
                                                  "\u0301", std::string(1, '\0'));
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(sign),
                      [](const std::vector<std::string>& signs) {
                        std::string text;
                        for (const auto& s : signs) text += s;
                        return text;
                      });
}

std::vector<std::string> any_list() {
  return *rc::gen::container<std::vector<std::string>>(
      rc::gen::suchThat(text_of_any_script(), [](const std::string& text) { return !text.empty(); }));
}

RC_GTEST_PROP(ArticleJson, ComesBackAsTheSameArticleWhateverIsInIt, ()) {
  Article article;
  article.id = *rc::gen::element<std::string>("", "1", "urn:x:1", "Ä b");
  for (auto* text :
       {&article.title, &article.body, &article.published, &article.source, &article.url, &article.language})
    *text = *text_of_any_script();
  for (auto* list : {&article.people, &article.authors, &article.tags, &article.places}) *list = any_list();
  article.people_recognised = *rc::gen::arbitrary<bool>();
  article.status = *rc::gen::element<std::string>("", "usable", "canceled", "withheld");
  for (const auto& name : any_list()) article.other[name + "!"] = name;
  RC_ASSERT(from_json(Json::parse(to_json(article).dump())) == article);
}

TEST(ArticleJson, LeavesOutWhatIsAbsent) {
  Article article;
  article.title = "Ferry";
  EXPECT_EQ(to_json(article).dump(), R"({"title":"Ferry"})");
}

TEST(ArticleJson, TakesNullForAbsent) {
  const Article only_a_title = from_json({{"title", "t"}});
  const auto json = to_json(ferry_article());
  for (const auto& [key, value] : json.items()) {
    if (key == "title" || ferry_article().other.contains(key)) continue;
    EXPECT_EQ(with_key(key, nullptr), only_a_title) << key;
  }
  EXPECT_THAT(with_key("people", {nullptr, "", "Ada Lovelace"}).people, ElementsAre("Ada Lovelace"));
}

TEST(ArticleJson, KeepsUnknownKeysWithTheArticle) {
  EXPECT_EQ(with_key("score", 7).other, (Json{{"score", 7}}));
  EXPECT_EQ(with_key("highlights", {{"title", "x"}}).other["highlights"]["title"], "x");
}

TEST(ArticleJson, LetsNoUnknownKeyStandForAKnownOne) {
  Article article = ferry_article();
  article.other["title"] = "another";
  EXPECT_EQ(to_json(article)["title"], "Ferry runs aground");
}

TEST(ArticleJson, RefusesAWrongTypeNamingKeyAndTypes) {
  const std::vector<std::tuple<Json, std::string>> rows{
      {{{"title", 7}}, "title is a number, expected a string"},
      {{{"id", 7}}, "id is a number, expected a string"},
      {{{"body", {{"text", "x"}}}}, "body is an object, expected a string"},
      {{{"published", Json::array()}}, "published is an array, expected a string"},
      {{{"people", {"Ada", "Bob", 3}}}, "people[2] is a number, expected a string"},
      {{{"people", {Json::array({"Ada"})}}}, "people[0] is an array, expected a string"},
      {{{"people", "Ada"}}, "people is a string, expected an array of strings"},
      {{{"tags", {{"name", "x"}}}}, "tags is an object, expected an array of strings"},
      {{{"people_recognised", "yes"}}, "people_recognised is a string, expected true or false"},
      {"a text", "the article is a string, expected an object"},
      {Json::array(), "the article is an array, expected an object"},
      {nullptr, "the article is null, expected an object"},
  };
  for (const auto& [json, message] : rows) {
    EXPECT_EQ(refusal(json).code, "wrong_type") << json;
    EXPECT_EQ(refusal(json).message, message);
    EXPECT_FALSE(refusal(json).hint.empty()) << json;
  }
}

TEST(ArticleJson, HintsAtAListWhereALonePersonStands) {
  EXPECT_EQ(refusal({{"people", "Ada"}}).hint, "write a list: \"people\": [\"…\"]");
}

TEST(ArticleJson, RefusesValuesOutsideTheirTable) {
  EXPECT_EQ(refusal({{"title", "t"}, {"status", "cancelled"}}).code, "bad_value");
  EXPECT_EQ(refusal({{"title", "t"}, {"status", "cancelled"}}).hint, "did you mean canceled?");
  EXPECT_THAT(refusal({{"title", "t"}, {"status", "draft"}}).message,
              HasSubstr("usable, canceled or withheld"));
  EXPECT_EQ(refusal({{"title", "t"}, {"embargoed", "tomorrow"}}).code, "bad_value");
  EXPECT_EQ(refusal({{"title", "t"}, {"id", std::string("a\0b", 3)}}).code, "bad_value");
}

TEST(ArticleJson, TakesAZeroCharacterInATextAndADateNobodyCanRead) {
  EXPECT_EQ(with_key("body", std::string("a\0b", 3)).body.size(), 3u);
  EXPECT_EQ(with_key("published", "some day").published, "some day");
}

TEST(ArticleCheck, RefusesAnArticleWithoutText) {
  EXPECT_EQ(refusal(Json::object()).code, "no_text");
  EXPECT_EQ(refusal({{"title", ""}, {"body", " \n"}, {"people", {"Ada"}}}).code, "no_text");
  EXPECT_EQ(refusal({{"title", "t"}}).code, "");
  EXPECT_EQ(refusal({{"body", "b"}}).code, "");
}

TEST(ArticleCheck, RefusesATextThatIsTooLong) {
  Article article;
  article.body.assign(longest_text, 'x');
  EXPECT_NO_THROW(check(article));
  article.body += 'x';
  try {
    check(article);
    FAIL();
  } catch (const ArticleError& error) {
    EXPECT_EQ(error.code(), "too_large");
    EXPECT_STREQ(error.what(), "body has 52428801 bytes, at most 52428800 are taken");
  }
}

}  // namespace
}  // namespace morgue
