// SPDX-License-Identifier: GPL-3.0-or-later
// Each shape in an invented example: what of it becomes what of the article.
#include "indexer/shapes/shapes.h"

#include <gmock/gmock.h>

#include "common/article/article_json.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

Article only_article(const json& object) {
  const auto articles = Shapes().read(object);
  EXPECT_EQ(articles.size(), 1u) << object;
  return articles.at(0);
}

std::string code_of_refusal(const json& object) {
  try {
    for (const auto& article : Shapes().read(object)) check(article);
  } catch (const ArticleError& error) {
    EXPECT_NE(error.hint(), "");
    return error.code();
  }
  return "none";
}

TEST(Shapes, LeaveACanonicalArticleAsItIs) {
  const auto object =
      json::parse(R"({"id":"a","title":"Fog","body":"<p>as it stands</p>","source":"The Gazette",
      "thread":{},"uri":"u","headline":"h","publishedAt":"2021-01-01","desk":3})");
  EXPECT_EQ(only_article(object), from_json(object));
}

TEST(Shapes, ReadNewsPlease) {
  const auto article =
      only_article(json::parse(R"({"authors":["Ada Kern"],"date_download":"2021-07-16 08:00:00",
      "date_modify":"None","date_publish":"2021-07-15 10:30:00","description":"d","language":"en",
      "source_domain":"gazette.example","maintext":"Fog came.\nGulls left.","title":"Fog",
      "title_page":null,"url":"https://gazette.example/fog"})"));
  EXPECT_EQ(article.title, "Fog");
  EXPECT_EQ(article.body, "Fog came.\nGulls left.");
  EXPECT_EQ(article.published, "2021-07-15 10:30:00");
  EXPECT_EQ(article.updated, "");
  EXPECT_EQ(article.source, "gazette.example");
  EXPECT_THAT(article.authors, ElementsAre("Ada Kern"));
  EXPECT_EQ(article.other["description"], "d");
  EXPECT_FALSE(article.other.contains("title_page"));
}

TEST(Shapes, ReadNewspaper3k) {
  const auto article =
      only_article(json::parse(R"({"top_img":"","text":"Fog came.\n\nGulls left.","authors":["Ada Kern"],
      "keywords":["fog"],"meta_data":{"og":{"site_name":"The Gazette"},"article":{"section":"Harbour"}},
      "canonical_link":"https://gazette.example/fog","images":[],"title":"Fog","url":"http://gz.example/1",
      "movies":[],"publish_date":{"$date":1626345000000},"source":"http://gz.example"})"));
  EXPECT_EQ(article.published, "2021-07-15T10:30:00Z");
  EXPECT_EQ(article.source, "The Gazette");
  EXPECT_EQ(article.section, "Harbour");
  EXPECT_EQ(article.url, "https://gazette.example/fog");
  EXPECT_THAT(article.tags, ElementsAre("fog"));
  EXPECT_EQ(code_of_refusal(json::parse(R"({"title":"404 Not Found","text":"","top_img":"","images":[]})")),
            "not_an_article");
}

TEST(Shapes, ReadNewsApi) {
  const auto article =
      only_article(json::parse(R"({"source":{"id":null,"name":"The Gazette"},"author":"Ada Kern, Ben Holt",
      "title":"Fog &amp; gulls","description":"Fog came.","url":"https://gazette.example/fog","urlToImage":null,
      "publishedAt":"2021-07-15T10:30:00Z","content":"The ferry wai… [+2216 chars]"})"));
  EXPECT_EQ(article.title, "Fog & gulls");
  EXPECT_EQ(article.body, "Fog came.\n\nThe ferry wai…");
  EXPECT_EQ(article.source, "The Gazette");
  EXPECT_THAT(article.authors, ElementsAre("Ada Kern", "Ben Holt"));
  EXPECT_EQ(
      code_of_refusal(json::parse(
          R"({"source":{"name":"[Removed]"},"title":"[Removed]","publishedAt":"1970-01-01T00:00:00Z"})")),
      "not_an_article");
}

TEST(Shapes, ReadGuardian) {
  auto item = json::parse(
      R"({"id":"world/2021/fog","type":"article","sectionName":"World","webPublicationDate":"2021-07-15T10:30:00Z",
      "webTitle":"Fog","webUrl":"https://paper.example/world/2021/fog",
      "fields":{"headline":"Fog &amp; gulls","body":"<p>Fog came.</p> <p>Gulls left.</p>","byline":"Ada Kern in Port",
        "standfirst":"<p>Above it</p>","publication":"The Paper","lastModified":"2021-07-16T00:00:00Z","wordcount":"4"},
      "tags":[{"type":"keyword","webTitle":"Harbours"},{"type":"contributor","webTitle":"Ada Kern"},{"type":"tone","webTitle":"News"}]})");
  const auto article = only_article(item);
  EXPECT_EQ(article.id, "world/2021/fog");
  EXPECT_EQ(article.title, "Fog & gulls");
  EXPECT_EQ(article.body, "Fog came.\n\nGulls left.");
  EXPECT_EQ(article.updated, "2021-07-16T00:00:00Z");
  EXPECT_EQ(article.source, "The Paper");
  EXPECT_EQ(article.section, "World");
  EXPECT_THAT(article.tags, ElementsAre("Harbours"));
  EXPECT_THAT(article.authors, ElementsAre("Ada Kern"));
  EXPECT_EQ(article.other["fields"]["wordcount"], "4");
  item["fields"]["body"] = "<!-- withheld -->";
  EXPECT_EQ(only_article(item).body, "Above it");
  item.erase("fields");
  item["blocks"]["body"] = json::parse(R"([{"bodyHtml":"<p>One</p>"},{"bodyTextSummary":"Two"}])");
  EXPECT_EQ(only_article(item).body, "One\n\nTwo");
}

TEST(Shapes, ReadNyt) {
  const auto article =
      only_article(json::parse(R"x({"web_url":"https://times.example/fog","snippet":"Fog came.",
      "lead_paragraph":"Fog came.","abstract":"A ferry waits.","source":"The Times","headline":{"main":"Fog","kicker":null},
      "keywords":[{"name":"persons","value":"Kern, Ada (1947- )"},{"name":"glocations","value":"Port"},{"name":"subject","value":"Ferries"}],
      "pub_date":"2021-07-15T10:30:00+0000","section_name":"World","_id":"5a",
      "byline":{
  "original" : "By BEN HOLT",
               "person"
      : [ {"firstname" : "Ben", "middlename" : "M", "lastname" : "HOLT", "organization" : ""} ]
}
})x"));
  EXPECT_EQ(article.id, "5a");
  EXPECT_EQ(article.title, "Fog");
  EXPECT_EQ(article.body, "A ferry waits.\n\nFog came.");
  EXPECT_THAT(article.people, ElementsAre("Ada Kern"));
  EXPECT_THAT(article.places, ElementsAre("Port"));
  EXPECT_THAT(article.tags, ElementsAre("Ferries"));
  EXPECT_THAT(article.authors, ElementsAre("Ben M HOLT"));
  const auto bare = only_article(json::parse(R"({"web_url":"https://times.example/x","pub_date":"2021-07-15",
      "headline":{"main":"Fog"},"byline":[],"keywords":null,"snippet":null})"));
  EXPECT_EQ(bare.title, "Fog");
  EXPECT_THAT(bare.authors, IsEmpty());
}

TEST(Shapes, ReadMediaCloud) {
  const auto article = only_article(
      json::parse(R"({"stories_id":17,"media_id":3,"title":"Fog","url":"https://gazette.example/fog",
      "publish_date":"2021-07-15 10:30:00","language":"en","description":"<p>less</p>",
      "story_sentences":[{"sentence":"Gulls left.","sentence_number":1},{"sentence":"Fog came.","sentence_number":0}]})"));
  EXPECT_EQ(article.id, "17");
  EXPECT_EQ(article.body, "Fog came. Gulls left.");
  EXPECT_EQ(article.source, "gazette.example");
  EXPECT_EQ(code_of_refusal(json::parse(R"({"sentence":"Fog came.","sentence_number":0,"stories_id":17})")),
            "not_an_article");
}

TEST(Shapes, ReadWebz) {
  const auto article = only_article(
      json::parse(R"({"thread":{"site_full":"www.gazette.example","title":"Fog","country":"SE"},"uuid":"u1",
      "url":"https://gazette.example/fog","author":"Ada Kern","published":"2021-07-15T10:30:00.000+02:00","title":"",
      "text":"Fog came.","language":"swedish","entities":{"persons":[{"name":"ben holt","sentiment":"none"}],"locations":["port"]},
      "persons":["ben holt","eva lind"],"crawled":"2021-07-15T11:00:00.000+02:00","highlightText":""})"));
  EXPECT_EQ(article.id, "u1");
  EXPECT_EQ(article.title, "Fog");
  EXPECT_EQ(article.language, "sv");
  EXPECT_EQ(article.source, "www.gazette.example");
  EXPECT_THAT(article.people, ElementsAre("ben holt", "eva lind"));
  EXPECT_THAT(article.places, ElementsAre("port"));
  EXPECT_EQ(article.other["thread"]["country"], "SE");
  EXPECT_FALSE(article.other.contains("highlightText"));
}

TEST(Shapes, ReadAllSides) {
  const auto article = only_article(
      json::parse(R"({"topic":"harbours","source":"The Gazette","bias":1,"url":"https://gazette.example/fog",
      "title":"Fog","date":"2021-07-15","authors":"Ada Kern, Ben Holt","content":"Fog came .","content_original":"Fog came.","ID":"x1"})"));
  EXPECT_EQ(article.id, "x1");
  EXPECT_EQ(article.body, "Fog came.");
  EXPECT_THAT(article.authors, ElementsAre("Ada Kern", "Ben Holt"));
  EXPECT_EQ(article.other["bias"], 1);
}

TEST(Shapes, ReadTheHitsOfASearchEngine) {
  const auto article = only_article(
      json::parse(R"({"_index":"news","_id":"7","_source":{"title":"Fog","body":"Fog came."}})"));
  EXPECT_EQ(article.id, "7");
  EXPECT_EQ(article.body, "Fog came.");
}

TEST(Shapes, TakeNothingElseForAnArticle) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {R"({"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Articles"})", "not_an_article"},
      {R"({"name":"United States","rel":"about"})", "no_text"},
      {R"({"status":"error","code":"apiKeyInvalid","message":"no"})", "bad_value"},
      {R"({"id":"travel/london","type":"keyword","webTitle":"London","webUrl":"https://p.example/london"})",
       "no_text"},
      {R"({})", "no_text"},
      {R"([1])", "wrong_type"},
      {R"("text")", "wrong_type"},
      {R"({"title":7})", "wrong_type"},
  };
  for (const auto& [object, code] : rows) EXPECT_EQ(code_of_refusal(json::parse(object)), code) << object;
}

TEST(Shapes, BearAnyTypeUnderAnyKey) {
  const std::vector<std::string> objects{
      R"({"uri":"u","headlines":K,"bodies":K,"people":K,"subject":K,"by":K,"embargoed":K,"version":K,"headline":"h"})",
      R"({"@type":K,"@graph":K,"headline":K,"author":K,"publisher":K,"keywords":K,"about":K,"url":K,"inLanguage":K})",
      R"({"@type":"Article","headline":"h","author":K,"publisher":K,"keywords":K,"about":K,"mainEntityOfPage":K})",
      R"({"webTitle":"t","webPublicationDate":K,"fields":K,"tags":K,"blocks":K})",
      R"({"web_url":"u","headline":K,"lead_paragraph":"p","byline":K,"keywords":K})",
      R"({"thread":{"title":K},"text":K,"entities":K,"persons":K,"language":K,"uuid":"u","crawled":K})",
      R"({"text":"t","meta_data":K,"publish_date":K,"movies":K,"authors":K,"keywords":K})",
      R"({"publishedAt":K,"source":K,"content":K,"author":K})",
      R"({"stories_id":K,"title":"t","story_sentences":K,"story_tags":K,"url":K})",
      R"({"maintext":K,"authors":K,"date_publish":K})",
      R"({"content_original":K,"date":K,"authors":K,"topic":K})",
      R"({"_source":{"title":K},"_id":K})",
  };
  const std::vector<std::string> values{
      "null",
      "7",
      "-1.5e300",
      "\"\"",
      "\"x\"",
      "[]",
      "{}",
      "true",
      "[null,7,[[]],{}]",
      R"({"name":{"name":[]},"main":[],"person":[7],"$date":{},"body":[7]})"};
  for (auto object : objects)
    for (const auto& value : values) {
      auto text = object;
      for (auto at = text.find(":K"); at != std::string::npos; at = text.find(":K"))
        text.replace(at + 1, 1, value);
      const auto code = code_of_refusal(json::parse(text));  // and nothing else is thrown
      EXPECT_NE(code, "") << text;
    }
}

}  // namespace
}  // namespace morgue
