// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/cursor.h"

#include <gtest/gtest.h>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

SearchRequest asked(const std::string& query, Order order = Order::newest) {
  SearchRequest request;
  request.query = query;
  request.order = order;
  return request;
}

bool is_refused(SearchRequest request, const std::string& cursor, bool as_expired = false) {
  request.cursor = cursor;
  try {
    place_of_cursor(request, "now:2");
    return false;
  } catch (const BadCursor& error) {
    return error.is_expired() == as_expired && !error.hint().empty();
  }
}

TEST(Cursor, ComesBackAsTheSamePlace) {
  auto request = asked("ferry");
  for (const auto& place : {Place{.key = std::string("0\0\xff\x80 id\nü", 11)}, Place{.key = "1x"},
                            Place{.generation = "now:2", .offset = 12'345}}) {
    request.cursor = to_cursor(request, place);
    EXPECT_EQ(
        request.cursor.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
        std::string::npos);
    EXPECT_EQ(place_of_cursor(request, "now:2"), place);
  }
}

TEST(Cursor, IsOfOneSearchWhateverIsShownOfIt) {
  const auto cursor = to_cursor(asked("ferry"), {.key = "0x"});
  auto shown_otherwise = asked("ferry");
  shown_otherwise.limit = 50;
  shown_otherwise.snippets = 0;
  shown_otherwise.return_keys = {"id"};
  EXPECT_FALSE(is_refused(shown_otherwise, cursor));
  EXPECT_TRUE(is_refused(asked("ferr"), cursor));
  EXPECT_TRUE(is_refused(asked("ferry", Order::oldest), cursor));
  auto filtered = asked("ferry");
  filtered.filters = {{Field::tag, {"fog"}, {}}};
  EXPECT_TRUE(is_refused(filtered, cursor));
  auto unwanted = asked("ferry");
  unwanted.filters = {{Field::tag, {}, {"fog"}}};
  EXPECT_TRUE(is_refused(unwanted, to_cursor(filtered, {.key = "0x"})));
}

TEST(Cursor, IsRefusedWhereAnythingInItWasChanged) {
  const auto cursor = to_cursor(asked("ferry"), {.key = std::string(1, '0') + "moment" + "id"});
  for (std::size_t i = 0; i < cursor.size(); ++i) {
    auto edited = cursor;
    edited[i] = edited[i] == 'A' ? 'B' : 'A';
    // The last letter may hold bits that stand for nothing.
    const bool is_last = i + 1 == cursor.size();
    EXPECT_TRUE(is_last || is_refused(asked("ferry"), edited)) << edited;
    EXPECT_TRUE(is_refused(asked("ferry"), cursor.substr(0, i) + "?")) << i;
    EXPECT_TRUE(i == 0 || is_refused(asked("ferry"), cursor.substr(0, i))) << i;
  }
  EXPECT_TRUE(is_refused(asked("ferry"), cursor + "AA"));
}

TEST(Cursor, ByRelevanceExpiresWithItsGeneration) {
  const auto ranked = asked("ferry", Order::relevance);
  EXPECT_TRUE(is_refused(ranked, to_cursor(ranked, {.generation = "now:1", .offset = 10}), true));
  EXPECT_FALSE(is_refused(ranked, to_cursor(ranked, {.generation = "now:2", .offset = 10})));
}

Article dated(const std::string& id, const std::string& date) {
  auto made = article(id, "ferry", "fog");
  made.published = date;
  return made;
}

std::vector<std::string> ids_of(const SearchResults& results) {
  std::vector<std::string> ids;
  for (const auto& result : results.results) ids.push_back(result.article.id);
  return ids;
}

TEST(Cursor, ByDateGoesOnAtTheSamePlaceThoughTheArchiveChanges) {
  TemporaryArchive archive({dated("a", "2021-01-05"), dated("b", "2021-01-04"), dated("c", "2021-01-04"),
                            dated("d", "2021-01-02"), dated("e", "")});
  Searcher searcher(archive.directory());
  auto request = asked("ferry");
  request.limit = 2;
  const auto first = searcher.search(request);
  EXPECT_EQ(ids_of(first), (std::vector<std::string>{"a", "b"}));

  archive.put({dated("new", "2021-01-06"), dated("b2", "2021-01-04"), dated("between", "2021-01-03")});
  archive.remove({"b"});
  request.cursor = first.cursor;
  const auto second = searcher.search(request);
  EXPECT_EQ(ids_of(second), (std::vector<std::string>{"b2", "c"}));
  EXPECT_EQ(second.offset, 2u);  // new and a
  EXPECT_EQ(second.total, 7u);
  request.cursor = second.cursor;
  request.limit = 10;
  const auto last = searcher.search(request);
  EXPECT_EQ(ids_of(last), (std::vector<std::string>{"between", "d", "e"}));
  EXPECT_EQ(last.offset, 4u);
  EXPECT_EQ(last.cursor, "");
}

TEST(Cursor, ByRelevanceGoesOnUntilTheArchiveChanges) {
  TemporaryArchive archive({dated("a", "2021"), dated("b", "2020"), dated("c", "2019")});
  Searcher searcher(archive.directory());
  auto request = asked("ferry", Order::relevance);
  request.limit = 2;
  const auto all = ids_of(searcher.search(asked("ferry", Order::relevance)));
  auto ids = ids_of(searcher.search(request));
  request.cursor = searcher.search(request).cursor;
  for (const auto& id : ids_of(searcher.search(request))) ids.push_back(id);
  EXPECT_EQ(ids, all);
  archive.put({dated("d", "2018")});
  EXPECT_THROW(searcher.search(request), BadCursor);
}

}  // namespace
}  // namespace morgue
