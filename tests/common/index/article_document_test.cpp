// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of an article as a Xapian document.
#include "common/index/article_document.h"

#include <gmock/gmock.h>

#include <array>
#include <map>

#include "common/error.h"
#include "common/index/positions/position_code.h"
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

ArticleDocument made_of(const Article& article, const std::string& time_zone = "UTC") {
  Analyser analyser(time_zone);
  return to_document(analyser.analyse(article));
}

Xapian::Document document_of(const Article& article, const std::string& time_zone = "UTC") {
  return made_of(article, time_zone).document;
}

// b0 the body's first word, t0 the title's, n0 the names', a0 the authors'.
std::map<std::string, std::string> positions_of(const Article& article) {
  constexpr std::array fields{std::pair{'b', Field::body}, std::pair{'t', Field::title},
                              std::pair{'n', Field::person}, std::pair{'a', Field::author}};
  std::map<std::string, std::string> places;
  for (const auto& word : made_of(article).words)
    for (const auto& [letter, field] : fields) {
      std::vector<std::uint32_t> positions;
      append_positions(positions, word.code, field);
      std::string& text = places[word.form];
      for (const std::uint32_t position : positions)
        text += (text.empty() ? "" : " ") +
                (letter +
                 std::to_string(position - schema::position_ranges[schema::position_range_of(field)].first));
    }
  return places;
}

std::map<std::string, std::string> terms_of(const Xapian::Document& document) {
  std::map<std::string, std::string> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms[*term] = std::to_string(term.get_wdf());
  return terms;
}

TEST(ArticleDocument, ComesBackAsTheSameArticle) {
  EXPECT_EQ(from_document(document_of(ferry_article())), ferry_article());
}

TEST(ArticleDocument, HasTheWordsValuesAndDaysOfItsArticle) {
  const std::map<std::string, std::string> expected{
      // stems, by weight: title 3, names 2, body 1
      {"Zen:ferri", "4"},
      {"Zen:sail", "4"},
      {"Zen:lavrov", "3"},
      {"Zen:sergey", "2"},
      {"Zen:ann", "2"},
      {"Zen:lee", "2"},
      {"Zen:stop", "1"},
      // fields
      {"Sferries", "0"},
      {"Ssail", "0"},
      {"ZSen:ferri", "0"},
      {"ZSen:sail", "0"},
      {"Psergey", "0"},
      {"Plavrov", "0"},
      {"Pann", "0"},
      {"Plee", "0"},
      {"ZPen:sergey", "0"},
      {"ZPen:lavrov", "0"},
      {"ZPen:ann", "0"},
      {"ZPen:lee", "0"},
      {"Ajo", "0"},
      {"Agray", "0"},
      {"ZAen:jo", "0"},
      {"ZAen:gray", "0"},
      // of the body, what the title or a name has too
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

TEST(ArticleDocument, TellsWhereEachWordStands) {
  const std::map<std::string, std::string> expected{
      {"sergey", "n0"}, {"lavrov", "b0 n1"}, {"ann", "n102"}, {"lee", "n103"}, {"ferries", "b2 t0"},
      {"sail", "t1"},   {"sails", "b1"},     {"stop", "b3"},  {"jo", "a0"},    {"gray", "a1"},
  };
  EXPECT_EQ(positions_of(ferry_article()), expected);
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
  const std::map<std::string, std::string> expected{{"lelysee", "b0"}, {"elysee", "b0"}, {"and", "b1"},
                                                    {"f", "b2"},       {"16", "b3"},     {"f16", "b2"}};
  EXPECT_EQ(positions_of(article), expected);
  EXPECT_THAT(terms_of(document_of(article)), Contains(Pair("Z:f16", "1")));
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
  const auto positions = positions_of(article);
  EXPECT_THAT(positions, Contains(Pair("a", "n0 a0")));
  EXPECT_THAT(positions, Contains(Pair("b", "n201 a1")));
  EXPECT_THAT(positions, Contains(Pair("c", "n202 a102")));
  EXPECT_THAT(positions, Contains(Pair("d", "n403")));
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
