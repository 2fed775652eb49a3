// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/result_stream.h"

#include <gtest/gtest.h>

#include <thread>

#include "common/index/archive_writer.h"
#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using testing_support::article;
using testing_support::TemporaryArchive;

using Ids = std::vector<std::string>;

std::vector<Article> articles(int count) {
  std::vector<Article> made;
  for (int i = 0; i < count; ++i) {
    made.push_back(
        article("id" + std::to_string(i), i % 2 ? "fog" : "ferry", "harbour old " + std::to_string(i)));
    made.back().published = "2021-07-" + std::to_string(10 + i % 17);
    made.back().tags = {i % 3 ? "sea" : "wind"};
  }
  return made;
}

SearchRequest asked(const std::string& query, Order order = Order::newest, std::size_t limit = 0) {
  SearchRequest request;
  request.query = query;
  request.order = order;
  request.limit = limit;
  return request;
}

Ids ids_of(ResultStream& stream) {
  Ids ids;
  while (const auto result = stream.next()) ids.push_back(result->article.id);
  return ids;
}

Ids page(Searcher& searcher, SearchRequest request, std::size_t offset, std::size_t limit) {
  request.offset = offset;
  request.limit = limit;
  Ids ids;
  for (const auto& result : searcher.search(request).results) ids.push_back(result.article.id);
  return ids;
}

TEST(ResultStream, GivesWhatASearchGivesInEachOrderAndFromEachPlace) {
  const TemporaryArchive archive(articles(150));
  Searcher searcher(archive.directory());
  for (const Order order : {Order::newest, Order::oldest, Order::added, Order::relevance})
    for (const auto* query : {"ferry", "harbour w/s old", "", "nothing-of-this"})
      for (const std::size_t offset : {0, 70}) {
        auto request = asked(query, order);
        request.offset = offset;
        request.filters = {{Field::tag, {"sea"}, {}}};
        request.facets = {Field::tag};
        const auto stream = searcher.stream(request);
        EXPECT_EQ(stream->head().total, searcher.count(request).total);
        EXPECT_EQ(stream->head().relation, Relation::eq);
        EXPECT_EQ(ids_of(*stream), page(searcher, request, offset, 1000)) << query << " from " << offset;
        request.limit = 3;
        EXPECT_EQ(ids_of(*searcher.stream(request)), page(searcher, request, offset, 3)) << query;
      }
}

TEST(ResultStream, GoesOnFromACursor) {
  const TemporaryArchive archive(articles(40));
  Searcher searcher(archive.directory());
  for (const Order order : {Order::newest, Order::relevance}) {
    const auto all = page(searcher, asked("ferry", order), 0, 1000);
    auto request = asked("ferry", order, 7);
    request.cursor = searcher.search(request).cursor;
    request.limit = 0;
    const auto stream = searcher.stream(request);
    EXPECT_EQ(stream->head().offset, 7u);
    EXPECT_EQ(stream->head().total, 20u);
    EXPECT_EQ(ids_of(*stream), Ids(all.begin() + 7, all.end()));
  }
}

void change_all(const std::string& archive, std::chrono::milliseconds longest_lease, int times) {
  ArchiveWriter writer(archive, {.between_commits = {}, .longest_lease = longest_lease});
  for (int i = 0; i < times; ++i) {
    for (auto each : articles(600)) {
      each.body += " change " + std::to_string(i);
      writer.put(each, testing_support::test_now);
    }
    writer.commit();
  }
}

TEST(ResultStream, StaysInItsGenerationWhileAWriterHonoursTheLease) {
  const TemporaryArchive archive(articles(600));
  Searcher searcher(archive.directory());
  auto stream = searcher.stream(asked("harbour"));
  ASSERT_TRUE(stream->next());
  std::thread writer([&] { change_all(archive.directory(), 60s, 3); });
  std::this_thread::sleep_for(200ms);
  std::size_t given = 1;
  while (const auto result = stream->next()) {
    EXPECT_EQ(result->article.body.find("change"), std::string::npos);
    if (++given % 200 == 0) std::this_thread::sleep_for(50ms);
  }
  EXPECT_EQ(given, 600u);
  EXPECT_FALSE(stream->next());
  stream.reset();
  writer.join();
  EXPECT_EQ(searcher.count(asked("change")).total, 600u);
}

TEST(ResultStream, TellsWhereItWasWhenTheArchiveOvertookIt) {
  const TemporaryArchive archive(articles(600));
  Searcher searcher(archive.directory());
  const auto all = page(searcher, asked("harbour"), 0, 1000);
  ResultStream stream(archive.directory(), asked("harbour"), {.max_lease = 0ms});
  Ids ids;
  for (int i = 0; i < 100; ++i) ids.push_back(stream.next()->article.id);
  change_all(archive.directory(), 60s, 3);
  std::string cursor;
  try {
    while (const auto result = stream.next()) ids.push_back(result->article.id);
    ADD_FAILURE() << "was not overtaken";
  } catch (const Overtaken& overtaken) {
    EXPECT_EQ(overtaken.last_id(), ids.back());
    EXPECT_NE(overtaken.hint().find(overtaken.cursor()), std::string::npos);
    cursor = overtaken.cursor();
  }
  auto request = asked("harbour");
  request.cursor = cursor;
  for (const auto& id : ids_of(*searcher.stream(request))) ids.push_back(id);
  EXPECT_EQ(ids, all);
}

}  // namespace
}  // namespace morgue
