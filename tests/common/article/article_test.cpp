// SPDX-License-Identifier: GPL-3.0-or-later
// An article's date, the id it is given, and the one form of its url.
#include "common/article/article.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace morgue {
namespace {

Article dated(const std::string& published, const std::string& updated,
              const std::string& taken = "2021-07-15T12:00Z") {
  Article article;
  article.published = published;
  article.updated = updated;
  article.taken = parse_timestamp(taken).value().seconds;
  return article;
}

TEST(Article, IsOfTheDayItWasPublishedElseUpdated) {
  EXPECT_EQ(date_of(dated("2021-07-01", "2021-07-02")), parse_timestamp("2021-07-01"));
  EXPECT_EQ(date_of(dated("", "2021-07-02T10:00Z")), parse_timestamp("2021-07-02T10:00Z"));
  EXPECT_EQ(date_of(dated("", "")), std::nullopt);
}

TEST(Article, IsUndatedWhereItsDateCannotBeTrue) {
  const std::vector<std::pair<std::string, bool>> rows{
      {"1599-12-31", true},
      {"1600-01-01", false},
      {"last week", true},
      {"2021-07-16T12:00:00Z", false},
      {"2021-07-16T12:00:01Z", true},
      {"2021-07-16", false},
      {"2021-07-17", true},
      {"0002-11-30", true},
      {"", false},
  };
  for (const auto& [date, is_suspect] : rows) {
    EXPECT_EQ(has_suspect_date(dated(date, "")), is_suspect) << date;
    EXPECT_EQ(has_suspect_date(dated("2020-01-01", date)), is_suspect) << date;
    EXPECT_EQ(date_of(dated(date, "")).has_value(), !is_suspect && !date.empty()) << date;
  }
}

TEST(Article, FallsBackToUpdatedWherePublishedIsSuspect) {
  EXPECT_EQ(date_of(dated("1066-10-14", "2021-07-02")), parse_timestamp("2021-07-02"));
}

TEST(Article, TakesAnyLaterDateBeforeItIsTaken) {
  Article article;
  article.published = "9999-12-31";
  EXPECT_TRUE(date_of(article).has_value());
}

// The expected ids were made by Python's uuid.uuid5(uuid.NAMESPACE_URL, …).
TEST(DerivedId, IsOfTheNormalUrl) {
  Article article;
  article.url = "http://WWW.Example.com/a/?utm_source=x&b=1#top";
  article.title = "Not needed";
  EXPECT_EQ(derived_id(article), "30ec691b-6fc8-51b8-9805-2c6863e256f8");  // https://www.example.com/a?b=1
}

TEST(DerivedId, IsOfSourceDateAndTitleWithoutAUrl) {
  Article article;
  article.source = "Reuters";
  article.published = "2021-07-15";
  article.title = "Ferry runs aground";
  article.body = "Not needed";
  EXPECT_EQ(derived_id(article), "c76d58cf-2672-5000-8ef6-115618023759");
  article.published.clear();
  article.updated = "2021-07-15";
  EXPECT_EQ(derived_id(article), "c76d58cf-2672-5000-8ef6-115618023759");
}

TEST(DerivedId, IsOfTheBodyWithoutATitle) {
  Article article;
  article.body = "Zürich. – A body.";
  article.source = "Reuters";
  article.published = "2021-07-15";
  EXPECT_EQ(derived_id(article), "ac88795f-7997-5272-9f81-2591a94a7db5");
}

TEST(NormalUrl, IsOneForAllWaysToWriteIt) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"https://example.com/a", "https://example.com/a"},
      {"HTTP://Example.COM/A", "https://example.com/A"},
      {"https://example.com/", "https://example.com"},
      {"https://example.com/a//", "https://example.com/a"},
      {"//example.com/a", "https://example.com/a"},
      {"https://example.com/a#part", "https://example.com/a"},
      {"https://example.com/a/?b=1#part", "https://example.com/a?b=1"},
      {"https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a"},
      {"https://example.com/a?fbclid=1&id=7&gclid=2", "https://example.com/a?id=7"},
      {"https://example.com/a?c=http://x/", "https://example.com/a?c=http://x/"},
      {"https://example.com/a?gclidx=1&xutm_a=2", "https://example.com/a?gclidx=1&xutm_a=2"},
      {"https://example.com?b=1", "https://example.com?b=1"},
      {"https://example.com#a?b", "https://example.com"},
      {"https://User:Pass@Example.com:8080/a", "https://User:Pass@example.com:8080/a"},
      {"https://[2001:DB8::1]:80/a", "https://[2001:db8::1]:80/a"},
      {"ftp://Example.com/a", "ftp://example.com/a"},
      {"urn:newsml:Example:1#x", "urn:newsml:Example:1#x"},
      {"", ""},
      {"https://", "https://"},
  };
  for (const auto& [url, expected] : rows) EXPECT_EQ(normal_url(url), expected) << url;
}

RC_GTEST_PROP(NormalUrl, DoesNotChangeWhatIsNormal, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "http:", "//", "/", "A.b", "@", ":80", "?", "&", "utm_x=1", "c=/", "#", "[", "]"));
  std::string url = *rc::gen::element<std::string>("", "http://", "HTTPS://Www.");
  for (const auto& part : parts) url += part;
  RC_ASSERT(normal_url(normal_url(url)) == normal_url(url));
}

TEST(HostOf, IsTheLowerCaseHostAlone) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"https://WWW.Example.com/a", "www.example.com"},
      {"http://user:pa@ss@example.com:8080?x", "example.com"},
      {"//example.com", "example.com"},
      {"https://[2001:DB8::1]:80/", "[2001:db8::1]"},
      {"example.com/a", ""},
      {"urn:isbn:1", ""},
      {"see https://example.com", ""},
      {"", ""},
  };
  for (const auto& [url, host] : rows) EXPECT_EQ(host_of(url), host) << url;
}

TEST(VersionOf, IsAWholeNumberOrItsText) {
  const std::vector<std::pair<nlohmann::json, std::optional<std::uint64_t>>> rows{
      {7, 7u},
      {"7", 7u},
      {"010", 10u},
      {-1, std::nullopt},
      {1.5, std::nullopt},
      {"1.0", std::nullopt},
      {"", std::nullopt},
      {nullptr, std::nullopt},
      {"99999999999999999999", std::nullopt},
  };
  for (const auto& [version, number] : rows) {
    Article article;
    article.other["version"] = version;
    EXPECT_EQ(version_of(article), number) << version;
  }
  EXPECT_EQ(version_of(Article()), std::nullopt);
}

}  // namespace
}  // namespace morgue
