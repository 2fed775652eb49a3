// SPDX-License-Identifier: GPL-3.0-or-later
// Wildcards that stand for more words than are gone through in step.
#include "common/search/many_words_source.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;

constexpr std::size_t count = 80;  // of articles, which have 20 words that begin with ox

enum Place { in_body, in_title, in_people, in_authors };

Place place_of(std::size_t i) { return static_cast<Place>(i % 4); }
bool has_fog(std::size_t i) { return i % 3 == 0; }

std::vector<Article> articles_with_many_words() {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string word = std::string("ox") + static_cast<char>('a' + i / 4);
    Article made = article(std::to_string(i), place_of(i) == in_title ? word : "title",
                           has_fog(i) ? "fog here" : "here");
    if (place_of(i) == in_body) made.body += " " + word + " " + word;
    made.people = {place_of(i) == in_people ? "Ann " + word : "Ann Lee"};
    if (place_of(i) == in_authors) made.authors = {word + " Gray"};
    articles.push_back(made);
  }
  return articles;
}

TEST(ManyWordsSource, FindsTheArticlesOfAllInTheField) {
  struct Row {
    const char* query;
    std::function<bool(std::size_t)> is_found;
  };
  const Row rows[] = {
      {"ox*", [](std::size_t i) { return place_of(i) != in_authors; }},
      {"body:ox*", [](std::size_t i) { return place_of(i) == in_body; }},
      {"title:ox*", [](std::size_t i) { return place_of(i) == in_title; }},
      {"person:ox*", [](std::size_t i) { return place_of(i) == in_people; }},
      {"author:ox*", [](std::size_t i) { return place_of(i) == in_authors; }},
      {"-ox*", [](std::size_t i) { return place_of(i) == in_authors; }},
      {"fog ox*", [](std::size_t i) { return has_fog(i) && place_of(i) != in_authors; }},
      {"fog -body:ox*", [](std::size_t i) { return has_fog(i) && place_of(i) != in_body; }},
      {"fog OR body:ox*", [](std::size_t i) { return has_fog(i) || place_of(i) == in_body; }},
  };
  const TemporaryArchive archive(articles_with_many_words());
  Searcher searcher(archive.directory());
  for (const auto& row : rows) {
    SearchRequest request;
    request.query = row.query;
    request.limit = 100;
    std::set<std::string> expected, found;
    for (std::size_t i = 0; i < count; ++i)
      if (row.is_found(i)) expected.insert(std::to_string(i));
    const auto results = searcher.search(request);
    for (const auto& result : results.results) found.insert(result.article.id);
    EXPECT_EQ(found, expected) << row.query;
    EXPECT_EQ(results.total, expected.size()) << row.query;
    EXPECT_EQ(results.verified, 0u) << row.query;
  }
}

}  // namespace
}  // namespace morgue
