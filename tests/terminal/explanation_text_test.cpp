// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/explanation_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/query/query_parser.h"
#include "common/wire/explanation_json.h"

namespace morgue {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ExplanationText, ShowsEachStepOnLinesOfItsOwn) {
  Explanation explanation;
  explanation.understood = "ferry AND NOT \"old fog\"";
  explanation.warnings = {{"dangling_operator", Severity::repair, "OR joins nothing", 0, 2, ""}};
  explanation.tree = parse_query("ferry -\"old fog\"", {}).tree;
  explanation.terms = {{"ferry", "Zen:ferri", 1}, {"zep", "", 0}, {"lang:en", "", 9}};
  explanation.expansions = {{"har*", {{"harbour", 3}, {"harm", 1}}, true}};
  explanation.verified = {{"a w/s b", "sentences"}};
  explanation.articles = 9;
  EXPECT_EQ(explanation_text(to_json(explanation)),
            "understood: ferry AND NOT \"old fog\"\n"
            "repaired: OR joins nothing\n"
            "tree:\n"
            "  and ferry AND NOT \"old fog\"\n"
            "    word ferry\n"
            "    not NOT \"old fog\"\n"
            "      phrase \"old fog\"\n"
            "terms of the index:\n"
            "  ferry: Zen:ferri, 1 article\n"
            "  zep: no such term, 0 articles\n"
            "  lang:en: in every article, 9 articles\n"
            "forms:\n"
            "  har*: 2 forms, cut: those in most articles: harbour (3), harm (1)\n"
            "verified on the text of articles:\n"
            "  a w/s b: sentences\n"
            "score: none, so relevance is newest first\n"
            "total: needs a search of 9 articles\n");
}

TEST(ExplanationText, ShowsNoMoreFormsThanAnEyeTakesIn) {
  Explanation explanation;
  explanation.expansions = {{"a*", std::vector<Form>(25, Form{"ab", 1}), false}};
  explanation.scored = true;
  explanation.total = 1;
  const auto text = explanation_text(to_json(explanation));
  EXPECT_THAT(text, HasSubstr("a*: 25 forms: ab (1),"));
  EXPECT_THAT(text, HasSubstr("ab (1) and 5 more\n"));
  EXPECT_THAT(text, HasSubstr("verified on the text of articles: nothing\n"));
  EXPECT_THAT(text, HasSubstr("total: 1 of 0 articles, known without a search\n"));
  EXPECT_THAT(text, Not(HasSubstr("score")));
}

TEST(ExplanationText, LetsNothingOfAQuerySteerTheTerminal) {
  const std::string evil = "\x1b]0;gotcha\a\n\x9b";
  Explanation explanation;
  explanation.understood = evil;
  explanation.tree = {Literal{Field::any, evil}};
  explanation.terms = {{evil, evil, 1}};
  explanation.expansions = {{evil, {{evil, 1}}, false}};
  explanation.verified = {{evil, "x"}};
  for (const char sign : explanation_text(to_json(explanation)))
    EXPECT_TRUE(sign == '\n' || (sign != '\x7F' && (sign < 0 || sign >= ' '))) << int(sign);
}

}  // namespace
}  // namespace morgue
