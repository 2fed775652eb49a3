// SPDX-License-Identifier: GPL-3.0-or-later
// The people of an article that names none.
#include "indexer/people.h"

#include <gmock/gmock.h>

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article about_a_ferry(std::string declared, std::string detected = "") {
  Article article;
  article.title = "Ferry aground off Leith";
  article.body = "The ferry was late, Captain Ian McAllister said.";
  article.language = std::move(declared);
  article.language_detected = std::move(detected);
  return article;
}

TEST(People, AreRecognisedInEnglish) {
  for (auto article :
       {about_a_ferry("en"), about_a_ferry("en-GB"), about_a_ferry("EN"), about_a_ferry("", "en")}) {
    add_people(article);
    EXPECT_THAT(article.people, ElementsAre("Ian McAllister")) << article.language;
    EXPECT_TRUE(article.people_recognised);
  }
}

TEST(People, AreNotGuessedInOtherLanguages) {
  for (auto article :
       {about_a_ferry("fr"), about_a_ferry("fr", "en"), about_a_ferry("", ""), about_a_ferry("", "de")}) {
    add_people(article);
    EXPECT_THAT(article.people, IsEmpty()) << article.language;
    EXPECT_FALSE(article.people_recognised);
  }
}

TEST(People, StayAsGiven) {
  auto article = about_a_ferry("en");
  article.people = {"lawson"};
  const auto given = article;
  add_people(article);
  EXPECT_EQ(article, given);
}

TEST(People, AreNotSaidToBeRecognisedWhereThereAreNone) {
  auto article = about_a_ferry("en");
  article.body = "The ferry was late.";
  add_people(article);
  EXPECT_THAT(article.people, IsEmpty());
  EXPECT_FALSE(article.people_recognised);
}

}  // namespace
}  // namespace morgue
