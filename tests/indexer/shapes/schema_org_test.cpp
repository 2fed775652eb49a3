// SPDX-License-Identifier: GPL-3.0-or-later
// JSON-LD: kinds of articles, authors in all forms, graphs, and what is no article.
#include <gmock/gmock.h>

#include "common/article/article_json.h"
#include "indexer/shapes/shapes.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::ElementsAre;

Article read_schema_org(const json& object) { return Shapes().read(object).at(0); }

TEST(SchemaOrg, IsReadWithAllItNames) {
  const auto article = read_schema_org(json::parse(
      R"({"@context":"https://schema.org","@type":["Thing","ReportageNewsArticle"],"headline":"Fog &amp; gulls",
      "name":"Fog & gulls","articleBody":"Fog came.\n\nIt was <b>thick</b>.","datePublished":"Mon, 18 Nov 2019 16:07:38 -0600",
      "datemodified":"2019-11-19","articleSection":["World","Ports"],"keywords":"fog, gulls","inLanguage":{"@type":"Language","alternateName":"en"},
      "author":[{"@type":"Person","name":"Ada Kern"},"Ben Holt"],"publisher":{"@type":"Organization","name":"The Gazette"},
      "about":[{"@type":"Person","name":"Eva Lind"},{"@type":"Thing","name":"x"}],"contentLocation":{"name":"Port"},
      "mainEntityOfPage":{"@type":"WebPage","@id":"https://gazette.example/fog"},"url":"https://gazette.example","wordCount":"4"})"));
  EXPECT_EQ(article.title, "Fog & gulls");
  EXPECT_EQ(article.body, "Fog came.\n\nIt was thick.");
  EXPECT_EQ(article.published, "2019-11-18T22:07:38Z");
  EXPECT_EQ(article.updated, "2019-11-19");
  EXPECT_EQ(article.section, "World");
  EXPECT_THAT(article.tags, ElementsAre("fog", "gulls", "Ports"));
  EXPECT_EQ(article.language, "en");
  EXPECT_THAT(article.authors, ElementsAre("Ada Kern", "Ben Holt"));
  EXPECT_EQ(article.source, "The Gazette");
  EXPECT_THAT(article.people, ElementsAre("Eva Lind"));
  EXPECT_THAT(article.places, ElementsAre("Port"));
  EXPECT_EQ(article.url, "https://gazette.example/fog") << "a site's front page is no article's address";
  EXPECT_EQ(article.other["wordCount"], "4");
  EXPECT_FALSE(article.other.contains("name"));
}

TEST(SchemaOrg, TakesAuthorsApartOnlyInBylines) {
  const std::vector<std::pair<json, std::vector<std::string>>> rows{
      {"News and Views Desk", {"News", "Views Desk"}},
      {{{"@type", "Organization"}, {"name", "News and Views Desk"}}, {"News and Views Desk"}},
      {{{"name", "By ADA KERN and BEN HOLT, Agency"}}, {"ADA KERN", "BEN HOLT", "Agency"}},
      {{{"name", {"Ada Kern", "Ben Holt"}}}, {"Ada Kern", "Ben Holt"}},
      {{{"name", ""}}, {}},
      {json::object(), {}},
  };
  for (const auto& [author, authors] : rows)
    EXPECT_EQ(read_schema_org({{"@type", "NewsArticle"}, {"headline", "h"}, {"author", author}}).authors,
              authors)
        << author;
}

TEST(SchemaOrg, FindsItsArticlesInAGraph) {
  const auto articles = Shapes().read(json::parse(R"({"@context":"https://schema.org","@graph":[
      {"@type":"Organization","@id":"#o","name":"The Gazette"},{"@type":["Person"],"@id":"#p","name":"Ada Kern"},
      {"@type":"Article","headline":"one","author":{"@id":"#p"},"publisher":{"@id":"#o"},"@id":"https://gazette.example/one/#a"},
      {"@type":"schema:NewsArticle","headline":"two","author":{"@id":"#nobody"}}]})"));
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "one");
  EXPECT_THAT(articles[0].authors, ElementsAre("Ada Kern"));
  EXPECT_EQ(articles[0].source, "The Gazette");
  EXPECT_EQ(articles[0].url, "https://gazette.example/one/#a");
  EXPECT_EQ(articles[1].title, "two");
}

TEST(SchemaOrg, FindsTheArticleThatAPageIsAbout) {
  EXPECT_EQ(
      read_schema_org({{"@type", "WebPage"}, {"mainEntity", {{"@type", "NewsArticle"}, {"headline", "h"}}}})
          .title,
      "h");
}

TEST(SchemaOrg, RefusesOtherThings) {
  for (const auto* type : {"BreadcrumbList", "Organization", "VideoObject", "WebPage"}) {
    try {
      read_schema_org({{"@type", type}, {"name", "n"}});
      ADD_FAILURE() << type;
    } catch (const ArticleError& error) {
      EXPECT_EQ(error.code(), "not_an_article");
      EXPECT_THAT(error.what(), testing::HasSubstr(type));
    }
  }
}

}  // namespace
}  // namespace morgue
