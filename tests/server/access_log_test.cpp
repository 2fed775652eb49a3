// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;

http::Exchange exchange() {
  return {.client = "1.2.3.4",
          .forwarded_for = "9.9.9.9, 5.6.7.8",
          .method = "GET",
          .target = "/search?q=\"ferry\"",
          .referrer = "https://x.example/search?q=secret",
          .user_agent = "curl/8\n\"evil\"\x1b[31m\xff",
          .began = std::chrono::system_clock::time_point(784'111'777s),
          .status = 200,
          .bytes = 1234,
          .is_whole = true,
          .waited = 500us,
          .worked = 1500us,
          .took = 2500us};
}

TEST(LogLine, IsOneJsonObject) {
  const auto line = log_line(exchange(), {});
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json["time"], "1994-11-06T08:49:37Z");
  EXPECT_EQ(json["client"], "1.2.3.4");
  EXPECT_EQ(json["target"], "/search?q=\"ferry\"");
  EXPECT_EQ(json["status"], 200);
  EXPECT_EQ(json["bytes"], 1234);
  EXPECT_EQ(json["waited_ms"], 0.5);
  EXPECT_EQ(json["took_ms"], 2.5);
}

TEST(LogLine, IsInCombinedFormatWithNothingThatBreaksOut) {
  EXPECT_EQ(log_line(exchange(), {.format = LogFormat::combined}),
            "1.2.3.4 - - [06/Nov/1994:08:49:37 +0000] \"GET /search?q=\\\"ferry\\\" HTTP/1.1\" 200 1234 "
            "\"https://x.example/search?q=secret\" \"curl/8\\x0a\\\"evil\\\"\\x1b[31m\xff\"");
  EXPECT_EQ(log_line({.began = exchange().began, .status = 400}, {.format = LogFormat::combined}),
            "- - - [06/Nov/1994:08:49:37 +0000] \"-\" 400 0 \"-\" \"-\"");
}

TEST(LogLine, TellsNoQueriesWhereTheyAreNotWanted) {
  for (const auto format : {LogFormat::json, LogFormat::combined}) {
    const auto line = log_line(exchange(), {.format = format, .with_queries = false});
    EXPECT_THAT(line, testing::HasSubstr("/search"));
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("q=")));
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("ferry")));
    EXPECT_THAT(line, testing::Not(testing::HasSubstr("secret")));
  }
}

TEST(LogLine, BelievesTheProxyThatIsTrusted) {
  EXPECT_THAT(log_line(exchange(), {.format = LogFormat::combined, .trust_proxy = true}),
              testing::StartsWith("5.6.7.8 "));
}

std::size_t lines_of(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::size_t count = 0;
  while (std::getline(file, line)) ++count;
  return count;
}

TEST(AccessLog, WritesALineForEachAndFollowsAMovedFile) {
  const testing_support::TemporaryDirectory directory;
  {
    AccessLog log({.file = directory.path("log")});
    for (int i = 0; i < 100; ++i) log.add(exchange());
    std::filesystem::rename(directory.path("log"), directory.path("log.1"));
    log.reopen();
    for (int i = 0; i < 10; ++i) log.add(exchange());
  }
  EXPECT_EQ(lines_of(directory.path("log.1")), 100U);
  EXPECT_EQ(lines_of(directory.path("log")), 10U);
}

TEST(AccessLog, SaysThatItCannotBeWritten) {
  EXPECT_THROW(AccessLog({.file = "/proc/nowhere/log"}), Error);
  AccessLog({}).add(exchange());
}

}  // namespace
}  // namespace morgue
