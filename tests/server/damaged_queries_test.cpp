// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is asked is answered: no 5xx, nothing reported, and in time.
#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "common/wire/search_url.h"
#include "server/http/limits.h"
#include "server/routes.h"
#include "tests/support/articles.h"
#include "tests/support/damaged_queries.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::Chance;
using testing_support::damaged_query;
using testing_support::joined;

constexpr std::chrono::seconds deadline(5);

std::vector<Article> few_articles() {
  std::vector<Article> articles{
      article("a/b(c)", "Lavrov’s troops",
              "The U.S. told us: old harbour, ferry in the fog.\n\nF-16 and e-mail."),
      article("2", "東京都の船", "O’Brien à l'Élysée, 1,000 men, AT&T, 9/11."),
      article("3", "Straße", "wild wired gull by the harbour; “I said ‘no’.”"),
  };
  articles[0].people = {"Sergey Lavrov", "Jane Doe"};
  articles[1].published = "2021-05-01";
  articles[2].source = "The Gazette";
  articles[2].tags = {"two"};
  return articles;
}

/// As the listener gives it; nothing where that refuses the address itself, for a NUL or what is not UTF-8.
std::optional<http::Request> request_of(const std::string& target) {
  try {
    auto [path, parameters] = http::parse_target(target, http::Limits().parameters);
    return http::Request{"GET", target, std::move(path), std::move(parameters), {}, ""};
  } catch (const Error& refusal) {
    EXPECT_EQ(refusal.kind(), ErrorKind::bad_input);
    return std::nullopt;
  }
}

TEST(DamagedQueries, AreAnsweredByEveryRouteWithoutAFault) {
  constexpr std::size_t queries = 10'000, seed = 20261126;
  const testing_support::TemporaryArchive archive(few_articles());
  Searcher searcher(archive.directory(), deadline);
  std::string reported;
  Chance chance(seed);
  std::size_t found = 0;
  for (std::size_t i = 0; i < queries && !HasFailure(); ++i) {
    const auto query = damaged_query(chance);
    SCOPED_TRACE(query);
    const auto path = chance.of({"/v1/search?", "/v1/search?", "/v1/search?", "/search?", "/article?id=2&"});
    const auto more = chance.of({"", "", "&strict=1", "&match=any", "&sort=newest", "&in=title"});
    const auto request = request_of(joined({path, "q=", percent_encode(query), path[1] == 'a' ? "" : more}));
    if (!request) continue;
    const auto begin = std::chrono::steady_clock::now();
    const auto response = answer(*request, searcher, [&](std::string_view what) { reported += what; });
    EXPECT_LT(std::chrono::steady_clock::now() - begin, deadline);
    EXPECT_TRUE(response.status == 200 || (response.status == 400 && more == "&strict=1"))
        << response.status << " " << request->target;
    EXPECT_EQ(reported, "");
    found += response.body.find("<mark>") != std::string::npos ? 1 : 0;
  }
  EXPECT_GT(found, queries / 20) << "queries that find nothing prove little";
}

}  // namespace
}  // namespace morgue
