// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers agree: over random archives and queries, total, export, timeline, facets, pages and batch rows
// tell of the same articles, at every door.
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "terminal/answers.h"
#include "tests/common/search/oracle/random_articles.h"
#include "tests/common/search/oracle/random_queries.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

using testing_support::Background;
using testing_support::Chance;
using testing_support::from_environment;
using testing_support::run;
using testing_support::TemporaryArchive;

using Ids = std::vector<std::string>;

constexpr std::size_t many_values = 10'000;
constexpr std::size_t page_size = 7;

struct Listed {
  SearchResults head;
  Ids ids;
};

/// What an archive or a server says of one request.
class Told {
 public:
  Told(Answers& answers, SearchRequest request) : answers_(answers), request_(std::move(request)) {}

  void agrees_with_itself() const {
    const auto exported = all_in(Order::newest);
    EXPECT_EQ(exported.ids.size(), total());
    EXPECT_EQ(exported.head.total, total());
    EXPECT_EQ(pages_in(Order::newest, false), exported.ids);
    EXPECT_EQ(pages_in(Order::newest, true), exported.ids);
    const auto ranked = all_in(Order::relevance).ids;
    EXPECT_EQ(pages_in(Order::relevance, true), ranked);
    EXPECT_EQ(sorted(ranked), sorted(exported.ids));
    check_timelines();
    check_facets();
    check_row(ranked);
  }

  std::uint64_t total() const { return answers_.count(request_).total; }

  Listed all_in(Order order) const {
    auto request = request_;
    request.order = order;
    request.limit = 0;
    Listed listed;
    answers_.each(
        request, [&](const SearchResults& head) { listed.head = head; },
        [&](const SearchResult& result) { listed.ids.push_back(result.article.id); });
    return listed;
  }

 private:
  static Ids sorted(Ids ids) {
    std::ranges::sort(ids);
    return ids;
  }

  Ids pages_in(Order order, bool by_cursor) const {
    auto request = request_;
    request.order = order;
    request.limit = page_size;
    Ids ids;
    for (;;) {
      const auto page = answers_.search(request);
      EXPECT_EQ(page.offset, ids.size());
      for (const auto& result : page.results) ids.push_back(result.article.id);
      EXPECT_EQ(page.cursor.empty(), ids.size() == page.total);
      if (page.cursor.empty()) return ids;
      if (by_cursor) request.cursor = page.cursor;
      else request.offset = ids.size();
    }
  }

  void check_timelines() const {
    for (const Interval interval : {Interval::year, Interval::month, Interval::day}) {
      auto request = request_;
      request.interval = interval;
      const auto timeline = answers_.timeline(request).timeline.value();
      std::uint64_t sum = timeline.missing;
      for (const auto& span : timeline.spans) sum += span.articles;
      EXPECT_EQ(sum, total());
    }
  }

  bool is_filtered(Field field) const {
    return std::ranges::any_of(request_.filters, [&](const auto& filter) { return filter.field == field; });
  }

  std::uint64_t total_of(Field field, const std::string& value) const {
    auto request = request_;
    std::erase_if(request.filters, [&](const auto& filter) { return filter.field == field; });
    request.filters.push_back({field, {value}, {}});
    return answers_.count(request).total;
  }

  void check_facets() const {
    auto request = request_;
    request.facets = {Field::person, Field::source, Field::section, Field::tag, Field::lang};
    request.facet_size = many_values;
    const auto counted = answers_.facets(request);
    EXPECT_EQ(counted.total, total());
    ASSERT_EQ(counted.facets.size(), request.facets.size());
    for (const auto& facet : counted.facets) {
      EXPECT_EQ(facet.values.size(), facet.distinct);
      std::uint64_t sum = facet.missing;
      for (const auto& value : facet.values) {
        EXPECT_EQ(value.articles, total_of(facet.field, value.value)) << value.value;
        sum += value.articles;
      }
      // An article in en-GB is one in en too.
      const bool has_several = facet.field != Field::source && facet.field != Field::section;
      EXPECT_TRUE(is_filtered(facet.field) || has_several || sum == total()) << info(facet.field).name;
    }
  }

  void check_row(const Ids& ranked) const {
    auto common = request_;
    common.query.clear();
    const auto rows = answers_.batch({request_.query, "no-such-word-anywhere"}, common);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].query, request_.query);
    EXPECT_EQ(rows[0].total, total());
    EXPECT_EQ(rows[0].top_id, ranked.empty() ? "" : ranked.front());
    EXPECT_EQ(rows[1].total, 0u);
  }

  Answers& answers_;
  SearchRequest request_;
};

/// Queries without what a line of a batch cannot hold.
SearchRequest next_request(oracle::RandomQueries& queries) {
  for (;;) {
    auto request = queries.request();
    request.order = Order::relevance;
    const bool fits_a_line = request.query.find_first_of("\n\r") == std::string::npos &&
                             request.query.find_first_not_of(" \t") != std::string::npos;
    if (fits_a_line) return request;
  }
}

class Invariants : public testing::Test {
 protected:
  Invariants()
      : articles_(oracle::random_articles(chance_, 60)), archive_(articles_), queries_(chance_, articles_) {}

  Chance chance_{from_environment("MORGUE_INVARIANTS_SEED", 20261126)};
  std::vector<Article> articles_;
  TemporaryArchive archive_;
  oracle::RandomQueries queries_;
};

TEST_F(Invariants, HoldOfAnArchive) {
  const auto answers = answers_of_archive(archive_.directory());
  std::size_t found = 0;
  for (std::size_t i = from_environment("MORGUE_INVARIANTS", 60); i > 0; --i) {
    const auto request = next_request(queries_);
    SCOPED_TRACE(request.query);
    const Told told(*answers, request);
    told.agrees_with_itself();
    found += told.total() > page_size;
  }
  EXPECT_GT(found, 0u);
}

TEST_F(Invariants, HoldOfAServerWhichSaysWhatTheArchiveSays) {
  Background server({MORGUE_SERVER, "-a", archive_.directory(), "--listen", "127.0.0.1:0"});
  const std::string address = server.first_line().substr(std::string("listening on ").size());
  const auto served = answers_of_server(address), here = answers_of_archive(archive_.directory());
  for (std::size_t i = from_environment("MORGUE_INVARIANTS", 60) / 5; i > 0; --i) {
    const auto request = next_request(queries_);
    SCOPED_TRACE(request.query);
    const Told told(*served, request), expected(*here, request);
    told.agrees_with_itself();
    EXPECT_EQ(told.all_in(Order::newest).ids, expected.all_in(Order::newest).ids);
    EXPECT_EQ(told.all_in(Order::relevance).ids, expected.all_in(Order::relevance).ids);
  }
  server.signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
}

TEST_F(Invariants, HoldOfTheTerminalAndThePage) {
  Background server({MORGUE_SERVER, "-a", archive_.directory(), "--listen", "127.0.0.1:0"});
  const std::string address = server.first_line().substr(std::string("listening on ").size());
  const auto lines_of = [](const std::string& text) {
    return static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
  };
  for (int i = 0; i < 4; ++i) {
    const auto request = next_request(queries_);
    SCOPED_TRACE(request.query);
    const auto asked = [&](std::vector<std::string> options) {
      options.insert(options.begin(), {MORGUE_SEARCH, "-a", archive_.directory()});
      options.insert(options.end(), {"--", request.query});
      return run(options).out;
    };
    const auto total = std::stoull(asked({"-c"}));
    EXPECT_EQ(lines_of(asked({"-n", "0", "-f", "ids"})), total);
    EXPECT_EQ(lines_of(asked({"-n", "0", "-f", "jsonl"})), total);
    EXPECT_EQ(lines_of(asked({"-n", "0", "-f", "csv", "--fields", "id"})), total + 1);
    int status = 0;
    const auto page = testing_support::get(address + "/search?q=" + percent_encode(request.query), status);
    EXPECT_EQ(status, 200);
    EXPECT_TRUE(total == 0 || page.find(std::to_string(total)) != std::string::npos);
  }
}

}  // namespace
}  // namespace morgue
