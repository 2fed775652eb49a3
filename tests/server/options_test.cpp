// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "common/error.h"

namespace morgue {
namespace {

std::optional<std::string> read(std::vector<const char*> arguments, ServerOptions& options) {
  arguments.insert(arguments.begin(), "morgue-server");
  return read_options(static_cast<int>(arguments.size()), arguments.data(), options);
}

TEST(ServerOptions, ListenOnLoopbackWithAWorkerForEachCoreUnlessToldOtherwise) {
  ServerOptions options;
  ASSERT_EQ(read({"-a", "here"}, options), std::nullopt);
  EXPECT_EQ(options, (ServerOptions{"here", {"127.0.0.1", 8080, ""}, std::thread::hardware_concurrency()}));
}

TEST(ServerOptions, TakeEveryKindOfEndpoint) {
  const std::vector<std::pair<const char*, http::Endpoint>> rows{
      {"127.0.0.1:0", {"127.0.0.1", 0, ""}},
      {"[::1]:8081", {"::1", 8081, ""}},
      {"unix:/run/morgue", {"", 0, "/run/morgue"}},
  };
  for (const auto& [text, endpoint] : rows) {
    ServerOptions options;
    ASSERT_EQ(read({"--listen", text, "--workers", "3"}, options), std::nullopt);
    EXPECT_EQ(options.endpoint, endpoint) << text;
    EXPECT_EQ(options.workers, 3u);
  }
}

TEST(ServerOptions, RefuseWhatCannotBe) {
  const std::vector<std::vector<const char*>> rows{
      {"--workers", "0"},         {"--deadline", "soon"},  {"--workers", "-1"},
      {"--workers", "two"},       {"--workers", "100000"}, {"--listen", "8080"},
      {"--listen", "h:x"},        {"--listne", "::1"},     {"--listen", "127.0.0.1:99999"},
      {"an", "argument"},         {"--rate-limit", "-1"},  {"--cors", "news.example"},
      {"--cors", "https://a/b"},  {"--public-url", "x"},   {"--log-format", "xml"},
      {"--log-queries", "never"}, {"--admin-listen", "9"},
  };
  for (const auto& row : rows) {
    ServerOptions options;
    EXPECT_THROW(read(row, options), Error) << row.front() << " " << row.back();
  }
}

TEST(ServerOptions, TakeWhatIsForAPublicSite) {
  ServerOptions options;
  ASSERT_EQ(read({"--public", "--tokens", "t", "--admin-listen", "[::1]:9", "--rate-limit", "5",
                  "--trust-proxy", "--cors", "https://a.example", "--cors", "http://b.example:81",
                  "--public-url", "https://a.example/", "--access-log", "-", "--log-format", "combined"},
                 options),
            std::nullopt);
  EXPECT_EQ(options.access, (AccessOptions{.tokens_file = "t",
                                           .is_public = true,
                                           .admin = 1,
                                           .rate_limit = 5,
                                           .trust_proxy = true,
                                           .origins = {"https://a.example", "http://b.example:81"}}));
  EXPECT_EQ(options.admin_endpoint, (http::Endpoint{"::1", 9, ""}));
  EXPECT_EQ(options.public_url, "https://a.example");
  EXPECT_EQ(options.log,
            (AccessLogOptions{
                .file = "-", .format = LogFormat::combined, .with_queries = false, .trust_proxy = true}));
}

TEST(ServerOptions, LogQueriesAsToldAndElseWhereTheSiteIsNotPublic) {
  const std::vector<std::pair<std::vector<const char*>, bool>> rows{
      {{}, true},
      {{"--public"}, false},
      {{"--public", "--log-queries", "yes"}, true},
      {{"--log-queries", "no"}, false}};
  for (const auto& [arguments, expected] : rows) {
    ServerOptions options;
    ASSERT_EQ(read(arguments, options), std::nullopt);
    EXPECT_EQ(options.log.with_queries, expected);
  }
}

TEST(ServerOptions, NameTheOptionInTheHint) {
  ServerOptions options;
  try {
    read({"--workers", "many"}, options);
    FAIL() << "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_EQ(std::string(error.what()), "--workers is not a number: many");
    EXPECT_THAT(error.hint(), testing::StartsWith("try --workers "));
  }
}

TEST(ServerOptions, AreToldByHelp) {
  ServerOptions options;
  const auto help = read({"--help"}, options);
  ASSERT_TRUE(help);
  for (const auto* option : {"--archive", "--listen", "--workers", "--deadline", "--config", "--version"})
    EXPECT_THAT(*help, testing::HasSubstr(option));
}

}  // namespace
}  // namespace morgue
