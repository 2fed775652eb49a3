// SPDX-License-Identifier: GPL-3.0-or-later
// Requests in, responses out, over a small archive that holds one article with the worst of intentions.
#include "server/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "common/wire/search_url.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

Article hostile_article() {
  auto made =
      testing_support::article("\"><script>id</script>", "<script>alert(\"ferry\")</script> & 'ferry'",
                               "A ferry <img src=x onerror=alert(1)> & \"more\".\n\n</p><b>Ferry</b>");
  made.people = {"<b>Ann</b> \"Ferry\" O'Neil", "<i>Bo</i>"};
  made.authors = {"<u>Author</u>"};
  made.source = "<i>Wire</i> & \"Co\"";
  made.section = "\" onmouseover=\"alert(1)";
  made.tags = {"</dd><script>"};
  made.places = {"<s>Quay</s>"};
  made.url = "javascript:alert('ferry')";
  made.language = "en";
  return made;
}

Article plain_article() {
  auto made = testing_support::article("strike-1", "Ferry strike", "The ferry is late.\n\nNobody minds.");
  made.people = {"Sergey Lavrov"};
  made.source = "The Ledger";
  made.published = "2021-07-15";
  made.other["wire_code"] = 7;
  return made;
}

class Routes : public testing::Test {
 protected:
  static http::Request request(const std::string& target, const std::string& method = "GET") {
    auto parsed = http::parse_target(target, 64);
    return {method, target, parsed.path, parsed.parameters, {}, ""};
  }

  http::Response ask(const http::Request& asked) {
    return answer(asked, searcher_, [this](std::string_view what) { reported_ += what; });
  }
  http::Response get(const std::string& target) { return ask(request(target)); }

  static std::string type_of(const http::Response& response) {
    const auto* type = response.header("Content-Type");
    return type ? *type : "";
  }

  testing_support::TemporaryArchive archive_{{plain_article(), hostile_article()}};
  Searcher searcher_{archive_.directory()};
  std::string reported_;
};

TEST_F(Routes, AnswerWithTheRightStatusAndType) {
  static constexpr const char *page = "text/html; charset=utf-8",
                              *as_json = "application/json; charset=utf-8",
                              *problem = "application/problem+json";
  struct Row {
    const char* target;
    int status;
    const char* type;
  };
  static constexpr Row rows[] = {
      {"/", 200, page},
      {"/?utm_source=x", 200, page},
      {"/search?q=ferry", 200, page},
      {"/search?q=nothinglikethis", 200, page},
      {"/search?q=(ferry", 200, page},
      {"/search?q=(ferry&strict=1", 400, page},
      {"/search?limit=ten", 400, page},
      {"/article?id=strike-1&q=ferry", 200, page},
      {"/article?id=gone", 404, page},
      {"/article", 400, page},
      {"/nothing", 404, page},
      {"/assets/", 404, page},
      {"/assets/nothing.css", 404, page},
      {"/assets/style.css", 200, "text/css; charset=utf-8"},
      {"/assets/icon.svg", 200, "image/svg+xml"},
      {"/healthz", 200, "text/plain; charset=utf-8"},
      {"/v1/search", 200, as_json},
      {"/v1/search?q=ferry&pretty=1", 200, as_json},
      {"/v1/search?q=&limitt=", 200, as_json},
      {"/v1/search?limitt=5", 400, problem},
      {"/v1/search?limit=101", 400, problem},
      {"/v1/search?pretty=very", 400, problem},
      {"/v1/search?q=(ferry&strict=1", 400, problem},
      {"/v1/search/more", 404, problem},
      {"/v1/explain", 200, as_json},
      {"/v1/explain?q=auther:(ferry&match=any&from=2021&source=x&pretty=1", 200, as_json},
      {"/v1/explain?q=(ferry&strict=1", 400, problem},
      {"/v1/explain?qq=ferry", 400, problem},
      {"/v1/explain?limit=101", 400, problem},
      {"/v1/suggest?q=fer", 200, as_json},
      {"/v1/suggest?q=fer&limit=20&pretty=1", 200, as_json},
      {"/v1/suggest", 200, as_json},
      {"/v1/suggest?q=f", 200, as_json},
      {"/v1/suggest?q=%22fer%20OR%20(", 200, as_json},
      {"/v1/suggest?q=fer&limit=21", 400, problem},
      {"/v1/suggest?q=fer&q=gull", 400, problem},
      {"/v1/suggest?qq=fer", 400, problem},
      {"/v1/similar?id=strike-1", 200, as_json},
      {"/v1/similar?id=strike-1&to=2021&source=x&limit=5&snippets=0&fields=title&copies=1&pretty=1", 200,
       as_json},
      {"/v1/similar?id=gone", 404, problem},
      {"/v1/similar", 400, problem},
      {"/v1/similar?id=strike-1&q=ferry", 400, problem},
      {"/v1/similar?id=strike-1&copies=many", 400, problem},
      {"/v1/articles?id=strike-1", 200, as_json},
      {"/v1/articles/strike-1", 200, as_json},
      {"/v1/articles/strike-1?pretty=1", 200, as_json},
      {"/v1/articles/strike-1?id=strike-1", 400, problem},
      {"/v1/articles/gone", 404, problem},
      {"/v1/articles?id=gone", 404, problem},
      {"/v1/articles", 400, problem},
      {"/v1/articles/", 404, problem},
      {"/v1/articles?id=strike-1&q=x", 400, problem},
      {"/v1/nothing", 404, problem},
      {"/v1/", 404, problem},
  };
  for (const auto& row : rows) {
    const auto response = get(row.target);
    EXPECT_EQ(response.status, row.status) << row.target;
    EXPECT_EQ(type_of(response), row.type) << row.target;
    EXPECT_FALSE(response.body.empty()) << row.target;
  }
  EXPECT_EQ(reported_, "");
}

TEST_F(Routes, TakeHeadLikeGetAndNothingElse) {
  for (const auto* target : {"/", "/search", "/article?id=strike-1", "/assets/style.css", "/healthz",
                             "/v1/search", "/v1/articles?id=strike-1", "/v1/articles/strike-1"}) {
    EXPECT_EQ(ask(request(target, "HEAD")).status, 200) << target;
    for (const auto* method : {"POST", "PUT", "DELETE", "GE", "get", ""}) {
      const auto refused = ask(request(target, method));
      EXPECT_EQ(refused.status, 405) << method << " " << target;
      ASSERT_NE(refused.header("Allow"), nullptr);
      EXPECT_EQ(*refused.header("Allow"), "GET, HEAD, OPTIONS");
    }
    const auto options = answer_at_once(request(target, "OPTIONS"));
    ASSERT_TRUE(options) << target;
    EXPECT_EQ(options->status, 204);
    EXPECT_EQ(*options->header("Allow"), "GET, HEAD, OPTIONS");
  }
}

TEST_F(Routes, AnswerThatNothingHasChangedAsLongAsNothingHas) {
  for (const auto* target :
       {"/", "/search?q=ferry", "/article?id=strike-1&q=ferry", "/v1/search?q=ferry+date:today",
        "/v1/count?q=ferry", "/v1/facets?q=ferry&facets=person", "/v1/articles/strike-1"}) {
    SCOPED_TRACE(target);
    const auto first = get(target);
    ASSERT_NE(first.header("ETag"), nullptr);
    EXPECT_THAT(*first.header("ETag"), StartsWith("W/\""));
    EXPECT_EQ(*first.header("Cache-Control"), "no-cache");
    auto again = request(target);
    for (const auto& named :
         {*first.header("ETag"), "W/\"other\", " + *first.header("ETag"), std::string("*")}) {
      again.headers = {{"If-None-Match", named}};
      const auto same = ask(again);
      EXPECT_EQ(same.status, 304) << named;
      EXPECT_EQ(*same.header("ETag"), *first.header("ETag"));
      EXPECT_EQ(*same.header("Vary"), "Accept-Encoding");
      EXPECT_EQ(same.body, "");
    }
    again.headers = {{"If-None-Match", "W/\"other\""}};
    EXPECT_EQ(ask(again).status, 200);
  }
}

TEST_F(Routes, TellAnswersApartByWhatTheyAnswer) {
  std::set<std::string> tags;
  for (const auto* target : {"/v1/search?q=ferry", "/v1/search?q=strike", "/v1/search?q=ferry&limit=1",
                             "/v1/count?q=ferry", "/v1/articles/strike-1", "/search?q=ferry"})
    EXPECT_TRUE(tags.insert(*get(target).header("ETag")).second) << target;
  archive_.put({testing_support::article("later", "A later ferry", "Late.")});
  for (const auto* target : {"/v1/search?q=ferry", "/v1/articles/strike-1"})
    EXPECT_TRUE(tags.insert(*get(target).header("ETag")).second) << target << " after a commit";
}

TEST_F(Routes, KeepNoErrors) {
  for (const auto* target : {"/v1/search?limit=x", "/v1/articles/gone", "/nothing", "/search?strict=1&q=("}) {
    const auto response = get(target);
    EXPECT_EQ(response.header("ETag"), nullptr) << target;
    EXPECT_EQ(*response.header("Cache-Control"), "no-store") << target;
  }
}

TEST_F(Routes, GiveUpOnASearchThatNobodyWaitsForAndDoNotKeepWhatItHas) {
  const std::atomic<bool> client_has_left = true;
  auto asked = request("/v1/search?q=ferry+w/s+late");
  asked.is_abandoned = &client_has_left;
  const auto cut = ask(asked);
  EXPECT_EQ(json::parse(cut.body)["relation"], "gte");
  EXPECT_EQ(cut.header("ETag"), nullptr);
  EXPECT_EQ(*cut.header("Cache-Control"), "no-store");
  asked.is_abandoned = nullptr;
  const auto whole = ask(asked);
  EXPECT_EQ(json::parse(whole.body)["relation"], "eq");
  EXPECT_NE(whole.header("ETag"), nullptr);
}

TEST_F(Routes, CompressForThoseWhoTakeIt) {
  auto asked = request("/search?q=ferry");
  const auto plain = ask(asked);
  EXPECT_EQ(*plain.header("Vary"), "Accept-Encoding");
  EXPECT_EQ(plain.header("Content-Encoding"), nullptr);
  asked.headers = {{"Accept-Encoding", "br, gzip;q=0.8"}};
  const auto packed = ask(asked);
  ASSERT_NE(packed.header("Content-Encoding"), nullptr);
  EXPECT_LT(packed.body.size(), plain.body.size() / 2);
  EXPECT_EQ(*packed.header("Vary"), "Accept-Encoding");
}

TEST_F(Routes, RefuseWhoAcceptsOnlySomethingElse) {
  auto asked = request("/v1/search?q=ferry");
  for (const auto* accept : {"text/csv", "image/*", "application/json;q=0"}) {
    asked.headers = {{"Accept", accept}};
    const auto refused = ask(asked);
    EXPECT_EQ(refused.status, 406) << accept;
    EXPECT_EQ(json::parse(refused.body)["code"], "not_acceptable");
  }
  for (const auto* accept :
       {"", "*/*", "application/*", "text/html, application/json", "text/html, */*;q=0.1"}) {
    asked.headers = {{"Accept", accept}};
    EXPECT_EQ(ask(asked).status, 200) << accept;
  }
}

TEST_F(Routes, AnswerAtOnceOnlyWhatNeedsNoArchive) {
  EXPECT_EQ(answer_at_once(request("/healthz"))->body, "ok");
  EXPECT_EQ(answer_at_once(request("/assets/style.css"))->status, 200);
  for (const auto* target : {"/", "/search", "/v1/search", "/nothing", "/assets/nothing.css"})
    EXPECT_EQ(answer_at_once(request(target)), std::nullopt) << target;
  EXPECT_EQ(answer_at_once(request("/healthz", "POST")), std::nullopt);
}

TEST_F(Routes, NameTheNearestOfAnUnknownParameter) {
  static constexpr std::array<const char*, 3> rows[] = {
      {"/v1/search?limitt=5", "limitt", "did you mean limit?"},
      {"/v1/search?prety=1", "prety", "did you mean pretty?"},
      {"/v1/search?sorce=x", "sorce", "did you mean source?"},
      {"/v1/articles?id=strike-1&prety=1", "prety", "did you mean pretty?"},
  };
  for (const auto& [target, parameter, hint] : rows) {
    const auto problem = json::parse(get(target).body);
    EXPECT_EQ(problem["code"], "bad_parameter");
    EXPECT_EQ(problem["parameter"], parameter) << target;
    EXPECT_EQ(problem["hint"], hint) << target;
  }
}

TEST_F(Routes, SuggestInTheFormThatIsAccepted) {
  EXPECT_EQ(json::parse(get("/v1/suggest?q=lav").body)["people"][0]["value"], "Sergey Lavrov");
  auto asked = request("/v1/suggest?q=lav");
  asked.headers.emplace_back("Accept", "application/x-suggestions+json, */*;q=0.1");
  const auto response = ask(asked);
  EXPECT_EQ(type_of(response), "application/x-suggestions+json");
  EXPECT_EQ(*response.header("Vary"), "Accept, Accept-Encoding");
  EXPECT_EQ(json::parse(response.body)[1][0], "Sergey Lavrov");
  asked.headers.back().second = "application/x-suggestions+json;q=0, application/json";
  EXPECT_EQ(type_of(ask(asked)), "application/json; charset=utf-8");
}

TEST_F(Routes, TellWhyAnArticleIsSimilar) {
  const auto found = json::parse(get("/v1/similar?id=strike-1").body);
  ASSERT_EQ(found["results"].size(), 1u);
  EXPECT_EQ(found["results"][0]["why"]["words"][0], "ferry");
  EXPECT_EQ(found["total"], 1);
  EXPECT_THAT(get("/article?id=strike-1").body, HasSubstr("Similar articles"));
}

TEST_F(Routes, KeepWhatWasAskedBesideWhatCannotBeRead) {
  const auto response = get("/search?q=ferry&from=July&limit=ten&source=Ledger&to=2021-07");
  EXPECT_EQ(response.status, 400);
  EXPECT_THAT(response.body, HasSubstr("is not a date: July"));
  EXPECT_THAT(response.body, HasSubstr("value=\"ferry\""));
  EXPECT_THAT(response.body, HasSubstr("value=\"2021-07-31\""));
  EXPECT_THAT(response.body, HasSubstr("value=\"Ledger\""));
}

TEST_F(Routes, TellWhereAStrictQueryIsWrong) {
  const auto problem = json::parse(get("/v1/search?strict=1&q=ferry%20(strike").body);
  EXPECT_EQ(problem["code"], "unbalanced_paren");
  EXPECT_EQ(problem["parameter"], "q");
  EXPECT_EQ(problem["position"], 6);
}

TEST_F(Routes, AnswerASearchInThePublishedShape) {
  const auto found = json::parse(get("/v1/search?q=ferry+strike").body);
  EXPECT_EQ(found["query"]["understood"], "ferry AND strike");
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["relation"], "eq");
  EXPECT_EQ(found["limit"], 10);
  EXPECT_TRUE(found["next"].is_null());
  const auto& result = found["results"].at(0);
  EXPECT_EQ(result["id"], "strike-1");
  EXPECT_EQ(result["highlights"]["title"]["html"], "<mark>Ferry</mark> <mark>strike</mark>");
  EXPECT_EQ(result["highlights"]["title"]["ranges"], json::parse("[[0,5],[6,12]]"));
}

TEST_F(Routes, IndentOnRequest) {
  EXPECT_THAT(get("/v1/search?pretty=1").body, StartsWith("{\n  \"query\""));
  EXPECT_THAT(get("/v1/search").body, StartsWith("{\"query\""));
  EXPECT_THAT(get("/v1/articles/strike-1?pretty=true").body, StartsWith("{\n  \"id\""));
}

TEST_F(Routes, AnswerTheWholeArticle) {
  for (const auto* target : {"/v1/articles?id=strike-1", "/v1/articles/strike-1"}) {
    const auto article = json::parse(get(target).body);
    EXPECT_EQ(article["id"], "strike-1");
    EXPECT_EQ(article["body"], "The ferry is late.\n\nNobody minds.");
    EXPECT_EQ(article["people"], json::parse("[\"Sergey Lavrov\"]"));
    EXPECT_EQ(article["wire_code"], 7);
    EXPECT_TRUE(article["added"].is_string());
  }
  const auto hostile = get("/v1/articles?id=" + percent_encode(hostile_article().id));
  EXPECT_EQ(json::parse(hostile.body)["title"], hostile_article().title);
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

TEST_F(Routes, TellTheLogAndNotTheClientWhatIsWrongWithTheArchive) {
  std::filesystem::remove_all(archive_.directory());
  for (const auto* target : {"/v1/search?q=ferry", "/search?q=ferry", "/v1/articles/strike-1"}) {
    reported_.clear();
    const auto response = get(target);
    EXPECT_EQ(response.status, 503) << target;
    ASSERT_NE(response.header("Retry-After"), nullptr);
    EXPECT_THAT(response.body, testing::Not(HasSubstr(archive_.directory())));
    EXPECT_THAT(reported_, HasSubstr(archive_.directory()));
    EXPECT_THAT(reported_, testing::Not(HasSubstr("q=ferry")));
  }
}

TEST_F(Routes, CountWithFacetsAndOverTime) {
  const auto count = json::parse(get("/v1/count?q=ferry&source=the%20ledger").body);
  EXPECT_EQ(count["total"], 1);
  EXPECT_EQ(count["relation"], "eq");
  EXPECT_EQ(count["query"]["understood"], "ferry");

  const auto facets = json::parse(get("/v1/facets?q=ferry&facets=person,date&person=Lavrov,%20Sergei").body);
  EXPECT_EQ(facets["total"], 1);
  EXPECT_EQ(facets["facets"]["person"]["distinct"], 3);
  EXPECT_EQ(facets["facets"]["person"]["exact"], true);
  const json lavrov{{"value", "Sergey Lavrov"}, {"count", 1}, {"selected", true}};
  EXPECT_THAT(facets["facets"]["person"]["values"], testing::Contains(lavrov));

  const auto timeline = json::parse(get("/v1/timeline?q=ferry&interval=year").body);
  EXPECT_EQ(timeline["interval"], "year");
  EXPECT_EQ(timeline["values"], (json{{{"from", "2021-01-01"}, {"to", "2021-12-31"}, {"count", 1}}}));
  EXPECT_EQ(timeline["missing"], 1);

  const auto search = json::parse(get("/v1/search?q=ferry&facets=source").body);
  EXPECT_EQ(search["facets"]["source"]["distinct"], 2);
  EXPECT_EQ(get("/v1/facets?q=ferry").status, 400);
  EXPECT_EQ(get("/v1/count?q=ferry&facet=person").status, 400);
}

}  // namespace
}  // namespace morgue
