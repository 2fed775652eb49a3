// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/analysed_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> forms(const AnalysedArticle& analysed, const AnalysedText& text) {
  std::vector<std::string> found;
  for (const Token& token : text.tokens) found.emplace_back(analysed.lexicon->form(token.form));
  return found;
}

Article ferry_article() {
  Article article;
  article.title = "Ferries late";
  article.body = "The ferry left.";
  article.people = {"Sergey Lavrov", "Nessa O’Brien"};
  article.authors = {"Anna Orr"};
  article.source = "The  Gazette";
  article.tags = {"Été", "Fog"};
  article.language = "en-GB";
  article.url = "https://news.example.org/ferry/";
  article.published = "2021-07-15T02:00:00Z";
  return article;
}

TEST(AnalysedArticle, HasTheWordsOfEachField) {
  const Article article = ferry_article();
  const AnalysedArticle analysed = Analyser().analyse(article);
  EXPECT_THAT(forms(analysed, analysed.title), ElementsAre("ferries", "late"));
  EXPECT_THAT(forms(analysed, analysed.body), ElementsAre("the", "ferry", "left"));
  ASSERT_EQ(analysed.people.size(), 2u);
  EXPECT_THAT(forms(analysed, analysed.people[1]), ElementsAre("nessa", "obrien"));
  EXPECT_EQ(analysed.texts(Field::author).size(), 1u);
  EXPECT_EQ(analysed.language, "en");
}

TEST(AnalysedArticle, IsStemmedInTheDeclaredLanguageElseTheDetectedOne) {
  Article article = ferry_article();
  article.language.clear();
  EXPECT_EQ(Analyser().analyse(article).language, "");
  article.language_detected = "fr";
  EXPECT_EQ(Analyser().analyse(article).language, "fr");
}

TEST(AnalysedArticle, IsStemmedInTheLanguageByWhichItIsFound) {
  for (const auto* language : {"en", "EN_us", " en", "ＥＮ-GB"}) {
    Article article;
    article.language = language;
    EXPECT_EQ(Analyser().analyse(article).language, "en") << language;
    EXPECT_THAT(values_of(article, Field::lang), testing::Contains("en")) << language;
  }
}

TEST(AnalysedArticle, HasItsDayInTheArchivesZone) {
  Article article = ferry_article();
  EXPECT_EQ(to_iso(*Analyser().analyse(article).day), "2021-07-15");
  EXPECT_EQ(to_iso(*Analyser("America/New_York").analyse(article).day), "2021-07-14");
  article.published = "2021-07-15";
  const AnalysedArticle whole_day = Analyser("America/New_York").analyse(article);
  EXPECT_EQ(to_iso(*whole_day.day), "2021-07-15");
  EXPECT_EQ(*whole_day.moment, parse_timestamp("2021-07-15T04:00:00Z")->seconds);
}

TEST(AnalysedArticle, WithoutABelievableDateHasNone) {
  Article article = ferry_article();
  article.published = "1599-12-31";
  EXPECT_FALSE(Analyser().analyse(article).day);
  article.published = "2021-07-15";
  article.taken = parse_timestamp("2021-07-13")->seconds;
  EXPECT_FALSE(Analyser().analyse(article).day);
  article.taken = parse_timestamp("2021-07-14")->seconds;
  EXPECT_TRUE(Analyser().analyse(article).day);
}

TEST(ValuesOf, AreComparedWhole) {
  const Article article = ferry_article();
  EXPECT_THAT(values_of(article, Field::source), ElementsAre("the gazette"));
  EXPECT_THAT(values_of(article, Field::tag), ElementsAre("ete", "fog"));
  EXPECT_THAT(values_of(article, Field::lang), ElementsAre("en-gb", "en"));
  EXPECT_THAT(values_of(article, Field::site), ElementsAre("news.example.org", "example.org", "org"));
  EXPECT_THAT(values_of(article, Field::url), ElementsAre("news.example.org/ferry"));
  EXPECT_THAT(values_of(article, Field::id), IsEmpty());
}

TEST(ComparedValue, IsWhatValuesOfGives) {
  EXPECT_EQ(compared_value(Field::source, "THE GAZETTE"), "the gazette");
  EXPECT_EQ(compared_value(Field::lang, "en_GB"), "en-gb");
  EXPECT_EQ(compared_value(Field::url, "http://news.example.org/ferry"), "news.example.org/ferry");
  EXPECT_EQ(compared_value(Field::id, "A"), "A");
}

}  // namespace
}  // namespace morgue
