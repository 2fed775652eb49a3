// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/search/suggestions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/search/searcher.h"
#include "common/search/typed_text.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;
using testing_support::TemporaryArchive;
using Texts = std::vector<std::string>;

TEST(TypedText, IsTheLastWordsOfAQueryAndWhatIsUnderWay) {
  struct Row {
    const char* text;
    Texts words;
    const char* beginning;
    const char* before;
  };
  const std::vector<Row> rows{
      {"lavr", {}, "lavr", ""},
      {"Sergei Lav", {"sergei"}, "lav", "Sergei "},
      {"new ", {"new"}, "", "new "},
      {"ferry AND (gull OR har", {}, "har", "ferry AND (gull OR "},
      {"\"new y", {"new"}, "y", "\"new "},
      {"\"new york\"", {}, "", "\"new york\""},
      {"fog person:lav", {}, "lav", "fog person:"},
      {"fog -har", {}, "har", "fog -"},
      {"fog NEAR/3 har", {}, "har", "fog NEAR/3 "},
      {"fog w/s har", {}, "har", "fog w/s "},
      {"O’Br", {}, "obr", ""},
      {"Erdoğ", {}, "erdog", ""},
      {"new y,", {"new"}, "y", "new "},
      {"", {}, "", ""},
      {"???", {}, "", "???"},
  };
  for (const auto& row : rows) {
    const auto read = read_typed(row.text);
    EXPECT_EQ(read.words, row.words) << row.text;
    EXPECT_EQ(read.beginning, row.beginning) << row.text;
    EXPECT_EQ(read.before, row.before) << row.text;
  }
}

TEST(TypedText, IsCompletedFromTheSecondLetter) {
  for (const auto* text : {"la", "é2", "new y", "new ", "習", "(la"})
    EXPECT_TRUE(read_typed(text).can_be_completed()) << text;
  const std::string many(10'000, 'a'), words = "a b c d e f g h i j k l m n o p q";
  for (const auto& text : {std::string(), std::string("l"), std::string("é"), std::string("\"l"),
                           std::string("l AND "), std::string("..."), many, "fog " + many, words})
    EXPECT_FALSE(read_typed(text).can_be_completed()) << text.substr(0, 40);
}

Article about(const Texts& people, const std::string& published, const std::string& title = "Talks",
              const std::string& body = "") {
  static int number = 0;
  auto made = article("id" + std::to_string(++number), title, body);
  made.people = people;
  made.published = published;
  return made;
}

Texts names(const Suggestions& suggestions) {
  Texts names;
  for (const auto& person : suggestions.people) names.push_back(person.name);
  return names;
}

Texts titles(const Suggestions& suggestions) {
  Texts titles;
  for (const auto& title : suggestions.titles) titles.push_back(title.title);
  return titles;
}

Texts words(const Suggestions& suggestions) {
  Texts words;
  for (const auto& word : suggestions.words) words.push_back(word.text);
  return words;
}

TEST(SuggestedPeople, AreFoundByAnyWordOfTheNameAndShownInTheirMostUsedForm) {
  const TemporaryArchive archive({about({"Sergey Lavrov"}, "2021"), about({"Sergey Lavrov"}, "2021"),
                                  about({"Lavrov, Sergei"}, "2021"), about({"Anna Lavrov"}, "2021"),
                                  about({"Recep Tayyip Erdoğan", ""}, "2021"), about({"L", "Ån"}, "2021")});
  Searcher searcher(archive.directory());
  const SuggestedPerson lavrov{"Sergey Lavrov", 3, {"Sergey Lavrov", "Lavrov, Sergei"}};
  for (const auto* typed :
       {"se", "serg", "sergei", "sergey lav", "sergei lav", "Serguei Lawrow", "lavrov serg"})
    EXPECT_EQ(searcher.suggest(typed).people, std::vector{lavrov}) << typed;
  EXPECT_EQ(names(searcher.suggest("lavr")), (Texts{"Sergey Lavrov", "Anna Lavrov"}));
  EXPECT_EQ(names(searcher.suggest("lavr", 1)), (Texts{"Sergey Lavrov"}));
  for (const auto* typed : {"Erdog", "erdoğ", "TAYY", "person:\"recep tay"})
    EXPECT_EQ(names(searcher.suggest(typed)), (Texts{"Recep Tayyip Erdoğan"})) << typed;
  EXPECT_EQ(names(searcher.suggest("an")), (Texts{"Ån", "Anna Lavrov"}));
  for (const auto* typed : {"", "l", "\"", "nobody", "sergey x"})
    EXPECT_EQ(names(searcher.suggest(typed)), Texts{}) << typed;
}

TEST(SuggestedPeople, FadeWithTheYears) {
  std::vector<Article> articles;
  for (int i = 0; i < 3; ++i) articles.push_back(about({"Ferdinand Old"}, "2011-05-01"));
  articles.push_back(about({"Ferdinand New"}, "2021-05-01"));
  articles.push_back(about({"Johnson"}, "2021-05-01"));
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  EXPECT_EQ(names(searcher.suggest("ferd")), (Texts{"Ferdinand New", "Ferdinand Old"}));
  EXPECT_EQ(names(searcher.suggest("johns")), (Texts{"Johnson"}));
  EXPECT_EQ(names(searcher.suggest("john s")), Texts{});
}

TEST(SuggestedTitles, BeginWithWhatIsTypedThenHaveItThenAreNew) {
  const TemporaryArchive archive(
      {about({}, "2021-01-01", "The harbour ferry"), about({}, "2021-01-02", "A ferry in harbour"),
       about({}, "2019-01-01", "Harbour ferry sinks"), about({}, "2021-01-03", "Fog"),
       about({}, "2018-01-01", "Harbour ferry sinks"), about({}, "", "The harbour ferry, again")});
  Searcher searcher(archive.directory());
  EXPECT_EQ(
      titles(searcher.suggest("harbour fer")),
      (Texts{"Harbour ferry sinks", "The harbour ferry", "The harbour ferry, again", "A ferry in harbour"}));
  EXPECT_EQ(searcher.suggest("harbour fer").titles.front().published, "2019-01-01");
  EXPECT_EQ(titles(searcher.suggest("harbour ")), (Texts{"Harbour ferry sinks", "A ferry in harbour",
                                                         "The harbour ferry", "The harbour ferry, again"}));
  EXPECT_EQ(titles(searcher.suggest("harbour x")), Texts{});
}

TEST(SuggestedTitles, AreTheNewestOfMany) {
  std::vector<Article> articles;
  for (int i = 0; i < 1'200; ++i)
    articles.push_back(about({}, i % 7 == 0 ? "2021-11-01" : "2019-02-01", "Ferry " + std::to_string(i)));
  articles.push_back(about({}, "2021-12-01", "Ferry at last"));
  const TemporaryArchive archive(articles);
  Searcher searcher(archive.directory());
  const auto found = searcher.suggest("fe").titles;
  ASSERT_EQ(found.size(), 5u);
  EXPECT_EQ(found.front().title, "Ferry at last");
  for (const auto& title : found) EXPECT_GE(title.published, "2021-11-01");
}

TEST(SuggestedWords, ComeByUseAndAfterAWordByWhatFollowsIt) {
  const TemporaryArchive archive({about({}, "2021", "", "new york yankees"),
                                  about({}, "2021", "", "new york year"),
                                  about({}, "2021", "", "a new year, a year"), about({}, "2021", "", "year"),
                                  about({}, "2021", "", "yes"), about({}, "2021", "", "year-end news")});
  Searcher searcher(archive.directory());
  EXPECT_EQ(searcher.suggest("ye").words, (std::vector<SuggestedWord>{{"year", 4}, {"yes", 1}}));
  EXPECT_EQ(words(searcher.suggest("new y")), (Texts{"new york", "new year"}));
  EXPECT_EQ(words(searcher.suggest("fog OR \"new y")), (Texts{"fog OR \"new york", "fog OR \"new year"}));
  EXPECT_EQ(words(searcher.suggest("york ye")), (Texts{"york year"}));
  EXPECT_EQ(words(searcher.suggest("new yan")), (Texts{"new yankees"}));  // in one article, not next to it
  EXPECT_EQ(words(searcher.suggest("gull ye")), Texts{});
}

TEST(Suggestions, OfAnEmptyArchiveAndOfAnArticleWithThousandsOfPeople) {
  const TemporaryArchive empty{{}};
  EXPECT_EQ(Searcher(empty.directory()).suggest("new y"), (Suggestions{"new y", {}, {}, {}}));
  Texts people;
  for (int i = 0; i < 5'000; ++i) people.push_back("Sergey Number" + std::to_string(i));
  const TemporaryArchive archive({about(people, "2021")});
  Searcher searcher(archive.directory());
  EXPECT_EQ(searcher.suggest("serg").people.size(), 5u);
  EXPECT_EQ(names(searcher.suggest("sergei number4999")), (Texts{"Sergey Number4999"}));
}

}  // namespace
}  // namespace morgue
