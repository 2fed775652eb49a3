// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/atom_feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>

#include "common/wire/xml_text.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;

bool is_well_formed(const std::string& xml) {
  auto* const document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                                       XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const bool parsed = document != nullptr;
  xmlFreeDoc(document);
  return parsed;
}

SearchResults found() {
  SearchResults results;
  results.text = "<ferry> & \x01";
  results.total = 3;
  results.offset = 1;
  results.limit = 1;
  SearchResult result;
  result.article.id = "a b/ü";
  result.article.title = "Ferry \x1b & <b>fog</b>\uFFFE";
  result.article.published = "2021-07-15";
  result.article.added = "2026-05-28T20:26:40Z";
  result.article.url = "javascript:alert(1)";
  result.article.authors = {"Ann & Bo"};
  result.article.tags = {"sea \"air\""};
  result.body = {{.text = "the ferry <i>", .ranges = {{4, 9}}, .start = 0}};
  results.results = {result};
  return results;
}

SearchRequest asked() {
  SearchRequest request;
  request.query = "<ferry>";
  request.offset = 1;
  request.limit = 1;
  request.order = Order::newest;
  return request;
}

TEST(AtomFeed, HasTheElementsOfTheStandardsWellFormed) {
  const auto feed = atom_feed(found(), asked(), "http://News.example:8080");
  EXPECT_TRUE(is_well_formed(feed)) << feed;
  for (const auto* part :
       {"<id>tag:news.example,2026:feed?q=%3Cferry%3E&amp;sort=newest&amp;limit=1</id>",
        "<id>tag:news.example,2026:article/a%20b%2F%C3%BC</id>", "<updated>2021-07-15T00:00:00Z</updated>",
        "<published>2021-07-15T00:00:00Z</published>", "<name>Ann &amp; Bo</name>",
        "href=\"http://News.example:8080/article?id=a%20b%2F%C3%BC\"",
        "rel=\"self\" type=\"application/atom+xml\" "
        "href=\"http://News.example:8080/feed?q=%3Cferry%3E&amp;sort=newest&amp;offset=1&amp;limit=1\"",
        "rel=\"next\"", "rel=\"previous\"", "<opensearch:totalResults>3</opensearch:totalResults>",
        "<opensearch:startIndex>2</opensearch:startIndex>", "<category term=\"sea &quot;air&quot;\"/>",
        "the &lt;mark&gt;ferry&lt;/mark&gt; &amp;lt;i&amp;gt;</summary>"})
    EXPECT_THAT(feed, HasSubstr(part));
  EXPECT_THAT(feed, Not(HasSubstr("javascript")));
}

TEST(AtomFeed, TakesTheFirstDateThatIsOne) {
  auto results = found();
  auto& article = results.results.front().article;
  const auto updated = [&] {
    const auto feed = atom_feed(results, asked(), "http://[::1]:80");
    const auto at = feed.find("<updated>", feed.find("<entry>"));
    return feed.substr(at + 9, 20);
  };
  article.updated = "2021-07-16T10:00:00+02:00";
  EXPECT_EQ(updated(), "2021-07-16T08:00:00Z");
  article.updated = "soon";
  EXPECT_EQ(updated(), "2021-07-15T00:00:00Z");
  article.published = "";
  EXPECT_EQ(updated(), "2026-05-28T20:26:40Z");
  EXPECT_THAT(atom_feed(results, asked(), "http://[::1]:80"), HasSubstr("<id>tag:localhost,2026:"));
}

TEST(AtomFeed, OfNothingIsAFeedToo) {
  const auto feed = atom_feed(SearchResults(), SearchRequest(), "http://localhost");
  EXPECT_TRUE(is_well_formed(feed)) << feed;
  EXPECT_THAT(feed, HasSubstr("<updated>1970-01-01T00:00:00Z</updated>"));
  EXPECT_THAT(feed, Not(HasSubstr("rel=\"next\"")));
}

TEST(AtomFeed, IsAmongWhatTheSearchIsDescribedBy) {
  const auto description = opensearch_description("http://localhost:8080");
  EXPECT_TRUE(is_well_formed(description));
  EXPECT_THAT(description, HasSubstr("template=\"http://localhost:8080/search?q={searchTerms}\""));
  EXPECT_THAT(description, HasSubstr("template=\"http://localhost:8080/feed?q={searchTerms}\""));
}

}  // namespace
}  // namespace morgue
