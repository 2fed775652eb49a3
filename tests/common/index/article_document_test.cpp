// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of an article as a Xapian document.
#include "common/index/article_document.h"

#include <gmock/gmock.h>

#include <map>

#include "common/error.h"
#include "common/index/schema.h"

namespace morgue {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAreArray;

Article ferry_article() {
  Article article;
  article.id = "ferry-1";
  article.title = "Ferries sail";
  article.body = "Lavrov sails. Ferries stop";
  article.people = {"Sergey Lavrov", "Ann Lee"};
  article.authors = {"Jo Gray"};
  article.published = "2021-07-15T23:30:00Z";
  article.updated = "2021-07-16";
  article.added = "2022-01-02T03:04:05Z";
  article.source = "The  Évening Post";
  article.section = "World";
  article.language = "en-GB";
  article.url = "https://news.example.org/ferry/";
  article.tags = {"Sea", "Ferries"};
  article.places = {"Turku"};
  article.other = {{"desk", "foreign"}, {"words", 5}};
  article.taken = 1641092645;
  return article;
}

Xapian::Document document_of(const Article& article, const std::string& time_zone = "UTC") {
  Analyser analyser(time_zone);
  return to_document(analyser.analyse(article));
}

// "wdf @ positions": b0 the body's first word, t0 the title's, n0 the names'; of a field's own from 1.
std::string spelled(const Xapian::TermIterator& term) {
  std::string text = std::to_string(term.get_wdf());
  const bool is_of_field = (*term).find_first_of("SPA") == 0;
  for (auto p = term.positionlist_begin(); p != term.positionlist_end(); ++p) {
    if (is_of_field) text += " " + std::to_string(*p);
    else if (*p >= schema::first_name_position)
      text += " n" + std::to_string(*p - schema::first_name_position);
    else if (*p >= schema::first_title_position)
      text += " t" + std::to_string(*p - schema::first_title_position);
    else text += " b" + std::to_string(*p - schema::first_body_position);
  }
  return text;
}

std::map<std::string, std::string> terms_of(const Xapian::Document& document) {
  std::map<std::string, std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms[*term] = spelled(term);
  return terms;
}

TEST(ArticleDocument, ComesBackAsTheSameArticle) {
  EXPECT_EQ(from_document(document_of(ferry_article())), ferry_article());
}

TEST(ArticleDocument, HasTheWordsValuesAndDaysOfItsArticle) {
  const std::map<std::string, std::string> expected{
      // words, by position
      {"sergey", "0 n0"},
      {"lavrov", "0 b0 n1"},
      {"ann", "0 n102"},
      {"lee", "0 n103"},
      {"ferries", "0 b2 t0"},
      {"sail", "0 t1"},
      {"sails", "0 b1"},
      {"stop", "0 b3"},
      // stems, by weight: title 3, names 2, body 1
      {"Zen:ferri", "4"},
      {"Zen:sail", "4"},
      {"Zen:lavrov", "3"},
      {"Zen:sergey", "2"},
      {"Zen:ann", "2"},
      {"Zen:lee", "2"},
      {"Zen:stop", "1"},
      // fields
      {"Sferries", "0 1"},
      {"Ssail", "0 2"},
      {"ZSen:ferri", "0"},
      {"ZSen:sail", "0"},
      {"Psergey", "0 1"},
      {"Plavrov", "0 2"},
      {"Pann", "0 103"},
      {"Plee", "0 104"},
      {"ZPen:sergey", "0"},
      {"ZPen:lavrov", "0"},
      {"ZPen:ann", "0"},
      {"ZPen:lee", "0"},
      {"Ajo", "0 1"},
      {"Agray", "0 2"},
      {"ZAen:jo", "0"},
      {"ZAen:gray", "0"},
      // of the body, what the title or a name has too
      {"Blavrov", "0 b0"},
      {"Bferries", "0 b2"},
      {"ZBen:lavrov", "0"},
      {"ZBen:ferri", "0"},
      {"ZBen:sail", "0"},
      // whole values
      {"Q:ferry-1", "0"},
      {"XPERSON:sergeilavrov", "0"},
      {"XPERSON:annlee", "0"},
      {"XSRC:the evening post", "0"},
      {"XSEC:world", "0"},
      {"K:sea", "0"},
      {"K:ferries", "0"},
      {"XPLACE:turku", "0"},
      {"L:en", "0"},
      {"L:en-gb", "0"},
      {"H:news.example.org", "0"},
      {"H:example.org", "0"},
      {"H:org", "0"},
      {"U:news.example.org/ferry", "0"},
      // days
      {"Y2021", "0"},
      {"M202107", "0"},
      {"D20210715", "0"},
      {"XADDEDY:2022", "0"},
      {"XADDEDM:202201", "0"},
      {"XADDEDD:20220102", "0"},
  };
  EXPECT_THAT(terms_of(document_of(ferry_article())), UnorderedElementsAreArray(expected));
}

TEST(ArticleDocument, HasAsManyWordsAsItsWeightsSay) {
  const auto terms = terms_of(document_of(ferry_article()));
  int length = 0;
  for (const auto& [term, text] : terms) length += std::stoi(text);
  EXPECT_EQ(length, 2 * 3 + 4 * 2 + 4 * 1);
}

TEST(ArticleDocument, HasItsMomentsAndIdAsValues) {
  const Xapian::Document document = document_of(ferry_article());
  EXPECT_EQ(schema::from_sortable(document.get_value(schema::date_slot)), 1626391800);
  EXPECT_EQ(schema::from_sortable(document.get_value(schema::added_slot)), 1641092645);
  EXPECT_EQ(document.get_value(schema::id_slot), "ferry-1");
}

TEST(ArticleDocument, CountsDaysInTheArchivesZone) {
  EXPECT_THAT(terms_of(document_of(ferry_article(), "Europe/Helsinki")),
              AllOf(Contains(Key("D20210716")), Not(Contains(Key("D20210715")))));
}

TEST(ArticleDocument, SaysSoWhenItIsUndated) {
  Article article = ferry_article();
  article.published = "soon";
  article.updated.clear();
  const Xapian::Document document = document_of(article);
  EXPECT_THAT(terms_of(document),
              AllOf(Contains(Key(schema::undated_term())), Not(Contains(Key(StartsWith("Y2"))))));
  EXPECT_EQ(document.get_value(schema::date_slot), "");
}

TEST(ArticleDocument, PutsElidedAndJoinedFormsAtTheirWordsPosition) {
  Article article;
  article.id = "ferry-2";
  article.added = "2022-01-02";
  article.body = "l'Élysée and F-16";
  const auto terms = terms_of(document_of(article));
  EXPECT_THAT(terms, Contains(Pair("lelysee", "0 b0")));
  EXPECT_THAT(terms, Contains(Pair("elysee", "0 b0")));
  EXPECT_THAT(terms, Contains(Pair("and", "0 b1")));
  EXPECT_THAT(terms, Contains(Pair("f", "0 b2")));
  EXPECT_THAT(terms, Contains(Pair("16", "0 b3")));
  EXPECT_THAT(terms, Contains(Pair("f16", "0 b2")));
  EXPECT_THAT(terms, Contains(Pair("Z:f16", "1")));
}

TEST(ArticleDocument, HasTheWordsAsWrittenWhereTheirFormDoesNotTell) {
  Article article;
  article.id = "ferry-3";
  article.added = "2022-01-02";
  article.title = "US Ferry";
  article.body = "Us, the U.S. and l'Élysée: F-16S, cafe\u0301. US";
  article.people = {"Ann McKay"};
  article.authors = {"Jo O'Brien"};
  std::vector<std::string> written;
  for (const auto& [term, text] : terms_of(document_of(article))) {
    if (!term.starts_with(schema::written_prefix)) continue;
    written.push_back(term);
    EXPECT_EQ(text, "0") << term;
  }
  EXPECT_THAT(written, ElementsAre("WMcKay", "WU.S", "WUS", "Wcafé", "Wl'Élysée", "WÉlysée"));
}

TEST(ArticleDocument, LeavesNoNameNextToAnother) {
  Article article = ferry_article();
  article.people = {"A", "", "B C", "?", "D"};
  article.authors = {"A B", "C"};
  const auto terms = terms_of(document_of(article));
  EXPECT_THAT(terms, Contains(Pair("Pa", "0 1")));
  EXPECT_THAT(terms, Contains(Pair("Pb", "0 202")));
  EXPECT_THAT(terms, Contains(Pair("Pc", "0 203")));
  EXPECT_THAT(terms, Contains(Pair("Pd", "0 404")));
  EXPECT_THAT(terms, Contains(Pair("Ac", "0 103")));
}

TEST(ArticleDocument, TakesWordsAndValuesOfAnyLength) {
  Article article = ferry_article();
  article.id = std::string(100'000, 'i');
  article.title = std::string(1000, 't');
  article.tags = {std::string(1000, 'g')};
  const Xapian::Document document = document_of(article);
  for (const auto& [term, text] : terms_of(document)) EXPECT_LE(term.size(), schema::longest_term);
  EXPECT_THAT(terms_of(document), Contains(Key(schema::word_term(Field::title, article.title))));
  EXPECT_THAT(terms_of(document), Contains(Key(schema::value_term(Field::id, article.id))));
  EXPECT_EQ(from_document(document), article);
}

std::string many_words(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "a ";
  return text;
}

TEST(ArticleDocument, RefusesMoreWordsThanAPositionRangeHolds) {
  const std::size_t range = (1u << 20) - schema::gap_between_names;
  Article article = ferry_article();
  article.title = many_words(range);
  EXPECT_NO_THROW(document_of(article));
  article.title = many_words(range + 1);
  EXPECT_THROW(document_of(article), Error);

  article = ferry_article();
  article.people = std::vector<std::string>(10'382, "a");  // each with its gap
  EXPECT_THROW(document_of(article), Error);
  article.people.resize(10'000);
  EXPECT_NO_THROW(document_of(article));
}

TEST(ArticleDocument, NamesTheArticleThatItRefuses) {
  Article article = ferry_article();
  article.title = many_words(1u << 20);
  try {
    document_of(article);
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::bad_input);
    EXPECT_THAT(error.what(), HasSubstr("ferry-1"));
  }
}

}  // namespace
}  // namespace morgue
