// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the spelling of terms and sortable moments.
#include "common/index/schema.h"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <limits>

#include "common/error.h"
#include "common/text/lexicon.h"

namespace morgue {
namespace {

using ::testing::EndsWith;
using ::testing::StartsWith;

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// As Xapian counts them.
std::size_t stored_length(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

TEST(Schema, SpellsTerms) {
  EXPECT_EQ(schema::word_term(Field::any, "lavrov"), "lavrov");
  EXPECT_EQ(schema::word_term(Field::title, "lavrov"), "Slavrov");
  EXPECT_EQ(schema::word_term(Field::body, "lavrov"), "Blavrov");
  EXPECT_EQ(schema::word_term(Field::person, "lavrov"), "Plavrov");
  EXPECT_EQ(schema::word_term(Field::author, "lavrov"), "Alavrov");
  EXPECT_EQ(schema::stem_term(Field::any, "en", "ferri"), "Zen:ferri");
  EXPECT_EQ(schema::stem_term(Field::any, "", "ferri"), "Z:ferri");
  EXPECT_EQ(schema::stem_term(Field::title, "en", "ferri"), "ZSen:ferri");
  EXPECT_EQ(schema::value_term(Field::source, "reuters"), "XSRC:reuters");
  EXPECT_EQ(schema::value_term(Field::id, "Q7"), "Q:Q7");
  EXPECT_EQ(schema::year_term(Field::date, std::chrono::year{2021}), "Y2021");
  EXPECT_EQ(schema::month_term(Field::date, std::chrono::year{2021} / 7), "M202107");
  EXPECT_EQ(schema::day_term(Field::date, std::chrono::year{2021} / 7 / 5), "D20210705");
  EXPECT_EQ(schema::day_term(Field::added, std::chrono::year{2021} / 7 / 5), "XADDEDD:20210705");
  EXPECT_EQ(schema::year_term(Field::date, std::chrono::year{987}), "Y0987");
}

TEST(Schema, KeepsTheBeginningOfALongTermAndHashesTheWhole) {
  const std::string text(300, 'x');
  const std::string term = schema::value_term(Field::id, text);
  EXPECT_EQ(term.size(), schema::longest_term);
  EXPECT_THAT(term, StartsWith("Q:xxxxxxxxxx"));
  EXPECT_THAT(term, ::testing::MatchesRegex("Q:x+#[0-9a-f]+-[0-9a-f]+-5[0-9a-f]+-[0-9a-f]+-[0-9a-f]+"));
  EXPECT_EQ(term, schema::value_term(Field::id, text));
  EXPECT_NE(term, schema::value_term(Field::id, text + "x"));
}

TEST(Schema, CutsALongTermBetweenCharacters) {
  for (std::size_t before = 0; before < 4; ++before) {
    const std::string term = schema::word_term(Field::any, std::string(before, 'a') + repeated("𐍈", 100));
    const std::string beginning = term.substr(0, term.rfind('#'));
    EXPECT_EQ((beginning.size() - before) % 4, 0u) << before;
    EXPECT_LE(term.size(), schema::longest_term) << before;
  }
}

TEST(Schema, CountsAZeroByteTwice) {
  for (const std::size_t zeros : {1u, 50u, 119u, 120u, 121u, 122u, 123u, 200u, 245u, 1000u}) {
    const std::string term = schema::value_term(Field::id, std::string(zeros, '\0'));
    EXPECT_LE(stored_length(term), schema::longest_term) << zeros;
  }
}

TEST(Schema, GivesNoTextTheTermOfAnother) {
  for (std::size_t length = 200; length < 260; ++length) {
    const std::string long_one = schema::value_term(Field::id, std::string(length, 'x'));
    const std::string as_a_text = long_one.substr(2);
    if (as_a_text == std::string(length, 'x')) continue;
    EXPECT_NE(schema::value_term(Field::id, as_a_text), long_one) << length;
  }
}

TEST(Schema, GivesTermsThatXapianTakesForAnyBytes) {
  EXPECT_TRUE(rc::check([](const std::string& text, const std::string& other) {
    const std::string one = schema::term("Q:", repeated(text, 40));
    RC_ASSERT(stored_length(one) <= schema::longest_term);
    RC_ASSERT((one == schema::term("Q:", repeated(other, 40))) ==
              (repeated(text, 40) == repeated(other, 40)));
  }));
}

TEST(Schema, KnowsWhichWordsHaveAWrittenTerm) {
  struct Row {
    const char* slice;
    bool has;
  };
  for (const auto& row : {
           Row{"bush", false},  Row{"Bush", false},    Row{"I", false},         Row{"f", false},
           Row{"16", false},    Row{"1,000", false},   Row{"o'brien", false},   Row{"p.m.", false},
           Row{"US", true},     Row{"McKay", true},    Row{"iPhone", true},     Row{"O'Brien", true},
           Row{"U.S.", true},   Row{"AT&T", true},     Row{"café", true},       Row{"cafe\u0301", true},
           Row{"Élysée", true}, Row{"l'Élysée", true}, Row{"o’brien", true},    Row{"co\u00adoperate", true},
           Row{"straße", true}, Row{"москва", false},  Row{"Москва", true},     Row{"МИД", true},
           Row{"йод", false},   Row{"ёлка", true},     Row{"и\u0306од", false}, Row{"東", false},
           Row{"한국", false},  Row{"ﬁsh", true},      Row{"Ａ", true},         Row{"１６", true},
       }) {
    EXPECT_EQ(schema::has_written_term(row.slice), row.has) << row.slice;
    EXPECT_EQ(schema::has_written_term(row.slice, fold_word(row.slice)), row.has) << row.slice;
  }
}

TEST(Schema, WritesAWordInNfcWithoutItsLastDot) {
  EXPECT_EQ(schema::written_term("US"), "WUS");
  EXPECT_EQ(schema::written_term("cafe\u0301"), "Wcafé");
  EXPECT_EQ(schema::written_term("café"), "Wcafé");
  EXPECT_EQ(schema::written_term("ﬁsh"), "Wﬁsh");
  EXPECT_EQ(schema::written_term("U.S."), "WU.S");
  EXPECT_EQ(schema::written_term("U.S"), "WU.S");
  EXPECT_EQ(schema::written_term(std::string(1000, 'A')).size(), schema::longest_term);
}

TEST(Schema, SortsMomentsAsTheirBytes) {
  const std::vector<std::int64_t> moments{
      std::numeric_limits<std::int64_t>::min(), -11676096000, -1, 0, 1, 255, 256, 1626307200,
      std::numeric_limits<std::int64_t>::max()};
  for (std::size_t i = 0; i < moments.size(); ++i) {
    EXPECT_EQ(schema::sortable(moments[i]).size(), 8u);
    EXPECT_EQ(schema::from_sortable(schema::sortable(moments[i])), moments[i]);
    if (i > 0) {
      EXPECT_LT(schema::sortable(moments[i - 1]), schema::sortable(moments[i]));
    }
  }
}

TEST(Schema, RefusesAMomentOfAnotherLength) {
  for (const auto* bytes : {"", "1234567", "123456789"})
    EXPECT_THROW(schema::from_sortable(bytes), Error) << bytes;
}

}  // namespace
}  // namespace morgue
