// SPDX-License-Identifier: GPL-3.0-or-later
// ninjs: three generations of the standard, notices, embargoes, and what has no text.
#include <gmock/gmock.h>

#include "common/article/article_json.h"
#include "indexer/shapes/shapes.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

Article read_ninjs(const json& object) { return Shapes().read(object).at(0); }

json version_1() {
  return json::parse(
      R"({"uri":"http://agency.example/1","type":"text","versioncreated":"2021-07-15T10:30:00Z","version":"2",
      "language":"en","pubstatus":"usable","byline":"By Ada Kern and Ben Holt","headline":"Fog","body_text":"Fog came. Gulls left.",
      "body_xhtml":"<p>Fog came.</p><p>Gulls left.</p>","person":[{"name":"Eva Lind","rel":"about"}],
      "place":[{"name":"Port"}],"subject":[{"name":"ferries","code":"1"}],"copyrightholder":"Agency"})");
}

TEST(Ninjs, IsReadIn1) {
  const auto article = read_ninjs(version_1());
  EXPECT_EQ(article.id, "http://agency.example/1");
  EXPECT_EQ(article.url, article.id);
  EXPECT_EQ(article.title, "Fog");
  EXPECT_EQ(article.body, "Fog came.\n\nGulls left.");
  EXPECT_EQ(article.published, "2021-07-15T10:30:00Z");
  EXPECT_EQ(article.updated, article.published);
  EXPECT_THAT(article.authors, ElementsAre("Ada Kern", "Ben Holt"));
  EXPECT_THAT(article.people, ElementsAre("Eva Lind"));
  EXPECT_THAT(article.places, ElementsAre("Port"));
  EXPECT_THAT(article.tags, ElementsAre("ferries"));
  EXPECT_EQ(article.source, "Agency");
  EXPECT_EQ(version_of(article), 2u);
}

TEST(Ninjs, IsReadIn2And3) {
  for (const auto& [created, kind] :
       {std::pair("versioncreated", "contenttype"), std::pair("versionCreated", "contentType")}) {
    const json object{
        {"uri", "urn:1"},
        {created, "2021-07-15T10:30:00Z"},
        {"by", "Von Ada Kern, dpa"},
        {"language", "de"},
        {"title", "fog-1"},
        {"headlines", {{{"role", "sub"}, {"value", "no"}}, {{"role", "main"}, {"value", "Fog"}}}},
        {"bodies",
         {{{"role", "main"}, {kind, "text/plain"}, {"value", "Fog came. Gulls left."}},
          {{"role", "html"},
           {kind, "text/html"},
           {"value", "<h1>Fog</h1><p>Fog came.</p><p>Gulls left.</p>"}}}},
        {"people", {{{"name", "Eva Lind"}}}},
        {"infosources", {{{"name", "Agency"}}}}};
    const auto article = read_ninjs(object);
    EXPECT_EQ(article.title, "Fog");
    EXPECT_EQ(article.body, "Fog came.\n\nGulls left.");
    EXPECT_EQ(article.updated, "2021-07-15T10:30:00Z");
    EXPECT_THAT(article.authors, ElementsAre("Ada Kern", "dpa"));
    EXPECT_THAT(article.people, ElementsAre("Eva Lind"));
    EXPECT_EQ(article.source, "Agency");
    EXPECT_EQ(article.url, "");
    EXPECT_EQ(article.other["original_title"], "fog-1");
  }
}

TEST(Ninjs, TakesADescriptionWhereATextHasNoBody) {
  const auto article = read_ninjs(json::parse(
      R"({"uri":"u","type":"text","headlines":[{"value":"Fog"}],"descriptions":[{"value":"Fog came."}]})"));
  EXPECT_EQ(article.body, "Fog came.");
}

TEST(Ninjs, KeepsItsStatusAndItsEmbargo) {
  for (const auto* status : {"canceled", "withheld"}) {
    const auto article = read_ninjs({{"uri", "u"}, {"pubstatus", status}, {"type", "picture"}});
    EXPECT_EQ(article.status, status);
    EXPECT_EQ(article.id, "u");
  }
  auto object = version_1();
  object["embargoed"] = "2031-01-01T00:00:00Z";
  EXPECT_EQ(read_ninjs(object).embargoed, "2031-01-01T00:00:00Z");
}

TEST(Ninjs, RefusesWhatHasNoText) {
  const std::vector<std::pair<json, std::string>> rows{
      {{{"uri", "u"}, {"type", "picture"}, {"headline", "h"}, {"description_text", "d"}}, "a ninjs picture"},
      {{{"uri", "u"}, {"type", "video"}, {"headlines", {{{"value", "h"}}}}}, "a ninjs video"},
      {{{"uri", "u"}, {"title", "h"}, {"eventDetails", {{"dates", 1}}}}, "a ninjs event"},
  };
  for (const auto& [object, what] : rows) {
    try {
      read_ninjs(object);
      ADD_FAILURE() << object;
    } catch (const ArticleError& error) {
      EXPECT_EQ(error.code(), "not_an_article");
      EXPECT_THAT(error.what(), HasSubstr(what));
    }
  }
}

TEST(Ninjs, RefusesAStatusOrAnEmbargoThatSaysNothing) {
  for (const auto* key : {"pubstatus", "embargoed"}) {
    auto object = version_1();
    object[key] = "soon";
    EXPECT_THROW(read_ninjs(object), ArticleError) << key;
  }
}

}  // namespace
}  // namespace morgue
