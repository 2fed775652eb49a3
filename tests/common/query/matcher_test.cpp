// SPDX-License-Identifier: GPL-3.0-or-later
// The law by example: rows of an article's text, a query, and what is marked.
#include "common/query/matcher.h"

#include <gtest/gtest.h>

#include "tests/common/query/marked.h"

namespace morgue {
namespace {

struct MatcherRow {
  std::string_view body, query, expected;
};

TEST(Matcher, FindsAnyFormOfAWordAndMarksTheWholeWord) {
  for (const auto& [body, query, expected] : {
           MatcherRow{"Troops moved; a troop stayed.", "troop", "[Troops] moved; a [troop] stayed."},
           {"He negotiates.", "negotiating", "He [negotiates]."},
           {"Lavrov’s visit", "lavrov", "[Lavrov]’s visit"},
           {"Lavrov met", "Lavrov's", "[Lavrov] met"},
           {"Mr O’Brien said", "O'Brien", "Mr [O’Brien] said"},
           {"Mr O'Brien said", "obrien", "Mr [O'Brien] said"},
           {"Erdoğan spoke", "erdogan", "[Erdoğan] spoke"},
           {"Straße", "STRASSE", "[Straße]"},
           {"1,000 men", "1000", "[1,000] men"},
           {"1000 men", "1,000", "[1000] men"},
           {"the U.S. army", "US", "the [U.S.] army"},
           {"the US army", "U.S.", "the [US] army"},
           {"told us", "US", "told [us]"},
           {"party", "art", no_match},
       })
    EXPECT_EQ(in_body(body, query), expected) << query;
}

TEST(Matcher, StemsInTheLanguageOfTheArticle) {
  EXPECT_EQ(in_body("Die Häuser", "haus", "de"), "Die [Häuser]");
  EXPECT_EQ(in_body("Die Häuser", "haus", "en"), no_match);
  EXPECT_EQ(in_body("running", "run", "en"), "[running]");
  EXPECT_EQ(in_body("running", "run", ""), no_match);
  EXPECT_EQ(in_body("running", "running", ""), "[running]");
}

TEST(Matcher, FindsAnElidedWordBothWays) {
  for (const auto& [body, query, expected] : {
           MatcherRow{"à l'Élysée", "elysee", "à l'[Élysée]"},
           {"à l’Élysée", "l'Elysée", "à [l’Élysée]"},
           {"un Élysée", "l'élysée", "un [Élysée]"},
           {"à l'Élysée hier", "\"elysee hier\"", "à l'[Élysée hier]"},
           {"à l'Élysée hier", "\"à l'élysée\"", "[à l'Élysée] hier"},
       })
    EXPECT_EQ(in_body(body, query, "fr"), expected) << query;
}

TEST(Matcher, FindsACompoundJoinedAndInItsParts) {
  for (const auto* query : {"F-16", "F16", "\"F 16\"", "\"F-16\""}) {
    EXPECT_EQ(in_body("an F-16 jet", query), "an [F-16] jet") << query;
    EXPECT_EQ(in_body("an F16 jet", query), "an [F16] jet") << query;
    EXPECT_EQ(in_body("an F 16 jet", query), "an [F 16] jet") << query;
  }
  for (const auto& [body, query, expected] : {
           MatcherRow{"an e-mail", "email", "an [e-mail]"},
           {"two emails", "e-mail", "two [emails]"},
           {"an e mail", "e-mail", "an [e mail]"},
           {"an e mail", "email", no_match},
           {"by e-mail today", "\"e-mail today\"", "by [e-mail today]"},
           {"by email today", "\"e-mail today\"", "by [email today]"},
           {"by e mails", "e-mail", no_match},
           {"an e-mail", "mail", "an e-[mail]"},
           {"12-34", "1234", no_match},
       })
    EXPECT_EQ(in_body(body, query), expected) << body << " / " << query;
}

TEST(Matcher, FindsPhrasesSideBySideInThisOrderUnstemmed) {
  for (const auto& [body, query, expected] : {
           MatcherRow{"peace talks began", "\"peace talks\"", "[peace talks] began"},
           {"Peace, talks!", "\"peace talks\"", "[Peace, talks]!"},
           {"talks peace", "\"peace talks\"", no_match},
           {"peace and talks", "\"peace talks\"", no_match},
           {"peace talk", "\"peace talks\"", no_match},
           {"talk", "\"talks\"", no_match},
           {"on 9/11", "9/11", "on [9/11]"},
           {"在東京都廳", "東京", "在[東京]都廳"},
           {"東や京", "東京", no_match},
           {"a-b a-b c", "\"a-b c\"", "a-b [a-b c]"},
       })
    EXPECT_EQ(in_body(body, query), expected) << query;
}

TEST(Matcher, MarksPhrasesThatOverlap) {
  Article article;
  article.body = "a a a";
  EXPECT_EQ(match_of(article, "\"a a\"").spans,
            (std::vector<Span>{{Field::body, 0, 0, 3, 0}, {Field::body, 0, 2, 5, 0}}));
}

TEST(Matcher, MarksOnlyWhatIsTrue) {
  for (const auto& [body, query, expected] : {
           MatcherRow{"lavrov met troops", "lavrov troops", "[lavrov] met [troops]"},
           {"lavrov met", "lavrov troops", no_match},
           {"lavrov met", "lavrov OR troops", "[lavrov] met"},
           {"lavrov met", "(lavrov troops) OR met", "lavrov [met]"},
           {"lavrov met", "lavrov -troops", "[lavrov] met"},
           {"lavrov troops", "lavrov -troops", no_match},
           {"lavrov met", "-troops", "lavrov met"},
           {"troops", "-troops", no_match},
           {"lavrov met", "met -(lavrov troops)", "lavrov [met]"},
           {"anything", "*:*", "anything"},
           {"anything", "???", no_match},
       })
    EXPECT_EQ(in_body(body, query), expected) << query;
}

Article visit() {
  Article article;
  article.id = "Visit-1";
  article.title = "Lavrov in Paris";
  article.body = "Minister Sergey Lavrov came to Paris.";
  article.people = {"Sergey Lavrov", "Anna Petrova"};
  article.authors = {"Jane Doe", "John Smith"};
  article.source = "BBC News";
  article.tags = {"Économie", "visits"};
  article.language = "en-GB";
  article.url = "https://news.example.org/visit/";
  article.published = "2021-07-15";
  article.added = "2021-08-01T10:00:00Z";
  return article;
}

/// Title, body and names with their marks, a bar between them.
std::string all_marked(const Article& article, std::string_view query) {
  const auto result = match_of(article, query);
  if (!result.matches) return std::string(no_match);
  auto text = marked(article.title, Field::title, 0, result.spans);
  text.append(" | ").append(marked(article.body, Field::body, 0, result.spans));
  for (std::uint32_t i = 0; i < article.people.size(); ++i)
    text.append(" | ").append(marked(article.people[i], Field::person, i, result.spans));
  return text;
}

TEST(Matcher, LooksForBareWordsInTitleBodyAndPeopleAndMarksAFieldsWordsThereOnly) {
  EXPECT_EQ(all_marked(visit(), "lavrov"),
            "[Lavrov] in Paris | Minister Sergey [Lavrov] came to Paris. | Sergey [Lavrov] | Anna Petrova");
  EXPECT_EQ(all_marked(visit(), "title:lavrov"),
            "[Lavrov] in Paris | Minister Sergey Lavrov came to Paris. | Sergey Lavrov | Anna Petrova");
  EXPECT_EQ(all_marked(visit(), "person:lavrov body:paris"),
            "Lavrov in Paris | Minister Sergey Lavrov came to [Paris]. | Sergey [Lavrov] | Anna Petrova");
  EXPECT_EQ(all_marked(visit(), "author:smith"),
            "Lavrov in Paris | Minister Sergey Lavrov came to Paris. | Sergey Lavrov | Anna Petrova");
  EXPECT_EQ(all_marked(visit(), "smith"), no_match);
}

TEST(Matcher, NeverFindsAPhraseAcrossTexts) {
  for (const auto* query :
       {"\"paris minister\"", "\"lavrov anna\"", "person:\"lavrov anna\"", "author:\"doe john\""})
    EXPECT_EQ(all_marked(visit(), query), no_match) << query;
  EXPECT_NE(all_marked(visit(), "author:\"john smith\""), no_match);
}

TEST(Matcher, HoldsAGroupWithinOneName) {
  auto article = visit();
  EXPECT_EQ(all_marked(article, "person:(lavrov sergey)"),
            "Lavrov in Paris | Minister Sergey Lavrov came to Paris. | [Sergey] [Lavrov] | Anna Petrova");
  EXPECT_EQ(all_marked(article, "person:(petrova -sergey)"),
            "Lavrov in Paris | Minister Sergey Lavrov came to Paris. | Sergey Lavrov | Anna [Petrova]");
  EXPECT_EQ(all_marked(article, "person:(lavrov -sergey)"), no_match);
  EXPECT_NE(all_marked(article, "author:(jane doe)"), no_match);
  EXPECT_EQ(all_marked(article, "author:(jane smith)"), no_match);
  article.people = {"Sergey Petrov", "Anna Lavrov"};
  EXPECT_EQ(all_marked(article, "person:(sergey lavrov)"), no_match);
  EXPECT_EQ(all_marked(article, "person:sergey person:lavrov"),
            "Lavrov in Paris | Minister Sergey Lavrov came to Paris. | [Sergey] Petrov | Anna [Lavrov]");
  EXPECT_NE(all_marked(article, "-person:(sergey lavrov)"), no_match);
  article.people.clear();
  EXPECT_EQ(all_marked(article, "person:(-sergey -lavrov)"), no_match);
}

TEST(Matcher, ComparesWholeValues) {
  for (const auto* query :
       {"source:\"bbc news\"", "tag:economie", "tag:VISITS", "lang:en", "lang:EN-gb", "site:example.org",
        "site:news.example.org", "url:http://news.example.org/visit", "id:Visit-1", "-tag:sport"})
    EXPECT_TRUE(match_of(visit(), query).matches) << query;
  for (const auto* query :
       {"source:bbc", "tag:visit", "lang:fr", "lang:e", "site:ample.org", "id:visit-1", "-tag:visits"})
    EXPECT_FALSE(match_of(visit(), query).matches) << query;
  EXPECT_TRUE(match_of(visit(), "source:\"BBC News\" tag:visits").spans.empty());
}

TEST(Matcher, ComparesDays) {
  for (const auto* query :
       {"date:2021", "date:2021-07-15", "date:today", "date:..2021-07-15", "date:2021-07-15..", "last:1d",
        "-date:none", "added:2021-08", "date:..", "after:2021-07-15"})
    EXPECT_TRUE(match_of(visit(), query).matches) << query;
  for (const auto* query :
       {"date:2020", "date:yesterday", "date:>2021-07-15", "date:<2021-07-15", "before:2021-07-15",
        "date:none", "added:2021-07", "date:{2021-07-15 TO 2021-07-16}"})
    EXPECT_FALSE(match_of(visit(), query).matches) << query;
  auto undated = visit();
  undated.published.clear();
  EXPECT_TRUE(match_of(undated, "date:none").matches);
  EXPECT_TRUE(match_of(undated, "-date:2021").matches);
  EXPECT_FALSE(match_of(undated, "date:..").matches);
}

TEST(Matcher, NumbersTheLeavesOfTheWholeTree) {
  struct LeafRow {
    std::string_view query;
    std::vector<std::uint32_t> leaves;
  };
  for (const auto& [query, leaves] : {
           LeafRow{"paris", {0, 0}},
           {"title:lavrov body:minister", {0, 1}},
           {"-zebra title:lavrov", {1}},
           {"-(zebra lion) tag:visits title:lavrov", {2}},
           {"zebra OR title:lavrov OR title:in", {1, 2}},
           {"person:(sergey zebra) OR title:lavrov", {2}},
           {"title:zebra OR person:(anna petrova) title:lavrov", {3, 1, 2}},
           {"author:(jane doe) title:lavrov", {2}},
           {"(zebra lion) OR title:lavrov", {2}},
       }) {
    std::vector<std::uint32_t> found;
    for (const auto& span : match_of(visit(), query).spans) found.push_back(span.leaf);
    EXPECT_EQ(found, leaves) << query;
  }
}

TEST(Matcher, OrdersSpansByFieldValueAndPlace) {
  const auto spans = match_of(visit(), "paris sergey lavrov anna").spans;
  const std::vector<Span> expected{{Field::title, 0, 0, 6, 2},   {Field::title, 0, 10, 15, 0},
                                   {Field::body, 0, 9, 15, 1},   {Field::body, 0, 16, 22, 2},
                                   {Field::body, 0, 31, 36, 0},  {Field::person, 0, 0, 6, 1},
                                   {Field::person, 0, 7, 13, 2}, {Field::person, 1, 0, 4, 3}};
  EXPECT_EQ(spans, expected);
}

TEST(Matcher, IsQuickOnAPhraseThatCanBeReadInManyWays) {
  std::string body, query = "\"";
  for (int i = 0; i < 2000; ++i) body += "a-a-a ";
  for (int i = 0; i < 80; ++i) query += "a-a-a ";
  EXPECT_NE(in_body(body, query + "\""), no_match);
  EXPECT_EQ(in_body(body, query + "b\""), no_match);
}

}  // namespace
}  // namespace morgue
