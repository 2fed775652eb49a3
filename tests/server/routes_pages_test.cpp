// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages hold, and that nothing of an article or a request becomes markup.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "common/wire/search_url.h"
#include "tests/server/routes_fixture.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;
using testing_support::hostile_article;
using testing_support::Routes;

TEST_F(Routes, KeepWhatWasAskedBesideWhatCannotBeRead) {
  const auto response = get("/search?q=ferry&from=July&limit=ten&source=Ledger&to=2021-07");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("is not a date: July"));
  EXPECT_THAT(response.body, HasSubstr("value=\"ferry\""));
  EXPECT_THAT(response.body, HasSubstr("value=\"2021-07-31\""));
  EXPECT_THAT(response.body, HasSubstr("value=\"Ledger\""));
}

TEST_F(Routes, KeepPagesFromLoadingOrRunningAnythingElse) {
  for (const auto* target : {"/", "/article?id=strike-1", "/nothing", "/article?id=gone"}) {
    const auto response = get(target);
    ASSERT_NE(response.header("Content-Security-Policy"), nullptr) << target;
    EXPECT_THAT(*response.header("Content-Security-Policy"),
                StartsWith("default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self';"));
    EXPECT_THAT(*response.header("Content-Security-Policy"), testing::Not(HasSubstr("unsafe")));
    ASSERT_NE(response.header("Referrer-Policy"), nullptr) << target;
  }
}

/// Every < of a page begins a tag of ours, written as ours are, with attributes that run nothing.
void expect_only_our_markup(const std::string& html) {
  static const std::regex tag("<(?:!DOCTYPE html|/?([a-z][a-z0-9-]*)((?: [a-zA-Z-]+(?:=\"[^\"<>]*\")?)*))>");
  static const std::regex attribute(" ([a-zA-Z-]+)(?:=\"([^\"]*)\")?");
  static const std::set<std::string> never{"img", "b", "i", "u", "s", "iframe", "style", "base"};
  std::size_t tags = 0;
  for (std::sregex_iterator it(html.begin(), html.end(), tag), end; it != end; ++it, ++tags) {
    EXPECT_FALSE(never.contains((*it)[1])) << it->str();
    const std::string attributes = (*it)[2];
    if (it->str().starts_with("<script")) {
      EXPECT_THAT(attributes, testing::ContainsRegex("^ src=\"/assets/[a-z-]+\\.js\" defer$"));
    }
    for (std::sregex_iterator at(attributes.begin(), attributes.end(), attribute); at != end; ++at) {
      EXPECT_THAT((*at)[1].str(), testing::Not(StartsWith("on"))) << it->str();
      EXPECT_NE((*at)[1].str(), "style") << it->str();
      if ((*at)[1] != "href") continue;
      EXPECT_THAT((*at)[2].str(), testing::ContainsRegex("^(/|#|https?://)")) << it->str();
    }
  }
  EXPECT_EQ(tags, static_cast<std::size_t>(std::count(html.begin(), html.end(), '<')));
}

// BAD and ID stand for the worst text and for the worst article's id.
constexpr const char* hostile_targets[] = {
    "/search?q=ferry",
    "/search?q=BAD",
    "/search?q=BAD&source=BAD&-tag=BAD&section=BAD&lang=BAD&BAD=BAD&utm_source=BAD",
    "/search?q=ferry+BAD&match=any&source=BAD",
    "/search?q=ferry&-source=BAD&-person=BAD&from=2021&facet_size=1",
    "/search?q=headlin:%22%3Cb%3E%22+(%3Cscript%3E",
    "/search?q=BAD&limit=BAD",
    "/search?q=BAD&from=BAD",
    "/article?id=ID&q=ferry",
    "/article?id=ID&q=BAD",
    "/article?id=BAD&q=BAD",
    "/BAD?q=BAD",
};

std::string filled(std::string target, const std::string& name, const std::string& text) {
  for (auto at = target.find(name); at != std::string::npos; at = target.find(name, at))
    target.replace(at, name.size(), percent_encode(text));
  return target;
}

TEST_F(Routes, LetNothingOfAnArticleOrARequestBecomeMarkup) {
  const std::string bad = "\"'><script>alert(1)</script><img src=x onerror=y> ferry & \"";
  for (const std::string target : hostile_targets) {
    SCOPED_TRACE(target);
    expect_only_our_markup(get(filled(filled(target, "BAD", bad), "ID", hostile_article().id)).body);
  }
}

TEST_F(Routes, MarkOnThePageWhatTheJsonMarks) {
  for (const auto* query : {"ferry", "\"ferry strike\"", "person:ferry", "o'neil", "ferry NEAR/3 more"}) {
    const auto results = json::parse(get("/v1/search?q=" + percent_encode(query)).body)["results"];
    ASSERT_FALSE(results.empty()) << query;
    const auto page = get("/search?q=" + percent_encode(query)).body;
    for (const auto& result : results) {
      const auto& highlights = result["highlights"];
      EXPECT_THAT(page, HasSubstr(">" + highlights["title"]["html"].get<std::string>() + "</a></h2>"));
      for (const auto& snippet : highlights["body"])
        EXPECT_THAT(page, HasSubstr(snippet["html"].get<std::string>()));
      for (const auto& name : highlights["people"])
        EXPECT_THAT(page, HasSubstr("<bdi>" + name["html"].get<std::string>() + "</bdi>"));
    }
  }
}

TEST_F(Routes, MarkAnArticleByTheWholeSearchThatLedThere) {
  EXPECT_THAT(get("/article?id=strike-1&q=ferry").body,
              HasSubstr("The <mark id=\"match-2\">ferry</mark> is late."));
  EXPECT_THAT(get("/article?id=strike-1&q=ferry&in=title").body, HasSubstr("The ferry is late."));
  EXPECT_THAT(get("/article?id=strike-1").body, testing::Not(HasSubstr("<mark")));
}

}  // namespace
}  // namespace morgue
