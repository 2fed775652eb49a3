// SPDX-License-Identifier: GPL-3.0-or-later
// The language of an article that names none.
#include "indexer/language.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace morgue {
namespace {

Article with_language(std::string body, const std::string& option, std::string declared = "") {
  Article article;
  article.body = std::move(body);
  article.language = std::move(declared);
  add_language(article, option);
  return article;
}

const std::string english =
    "The ferry ran aground on Monday morning off the coast, but nobody on board was hurt.";
const std::string russian =
    "Паром сел на мель у побережья в понедельник утром, никто из пассажиров не пострадал.";

TEST(Language, IsDetectedWhereItIsSure) {
  EXPECT_EQ(with_language(english, "auto").language_detected, "en");
  EXPECT_EQ(with_language(russian, "auto").language_detected, "ru");
  for (const auto* text : {"", "12 34", "xq", "…"})
    EXPECT_EQ(with_language(text, "auto").language_detected, "") << text;
}

TEST(Language, IsDetectedInALongTextByItsBeginning) {
  std::string body;
  while (body.size() < 1'000'000) body += russian;
  EXPECT_EQ(with_language(body, "auto").language_detected, "ru");
}

TEST(Language, StaysAsDeclared) {
  const auto article = with_language(english, "auto", "fr");
  EXPECT_EQ(article.language, "fr");
  EXPECT_EQ(article.language_detected, "");
  EXPECT_EQ(with_language(english, "de", "fr").language, "fr");
}

TEST(Language, IsTheOneThatIsGivenForThoseWithout) { EXPECT_EQ(with_language(english, "de").language, "de"); }

TEST(CheckLanguage, TakesAutoAndCodes) {
  for (const auto* code : {"auto", "en", "pt-BR", "zh-Hant-TW", "sr-Latn"})
    EXPECT_NO_THROW(check_language(code)) << code;
  for (const auto* code : {"", "e", "en_GB", "en-", "-en", "english-languages", "de fr", "dé"})
    EXPECT_THROW(check_language(code), Error) << code;
}

}  // namespace
}  // namespace morgue
