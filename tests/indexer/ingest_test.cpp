// SPDX-License-Identifier: GPL-3.0-or-later
// Ingest: what becomes of each article, into a real archive.
#include "indexer/ingest.h"

#include <gmock/gmock.h>

#include "common/index/archive_reader.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing_support::test_now;

class IngestTest : public testing::Test {
 protected:
  void take(const json& article) { ingest_.take(article, {"x.jsonl", 1, 0}); }
  std::optional<Article> found(const std::string& id) {
    target_.publish();
    return ArchiveReader(directory_.path("archive")).find(id);
  }
  const Summary& summary() const { return ingest_.summary(); }

  testing_support::TemporaryDirectory directory_;
  Target target_{directory_.path("archive"), {}, false};
  Rejects rejects_{""};
  std::int64_t now_ = test_now;
  Ingest ingest_{target_, rejects_, {}, [this] { return now_; }};
};

TEST_F(IngestTest, TakesAnArticleWithItsUnknownKeys) {
  take({{"id", "a"}, {"title", "Ferry"}, {"desk", "night"}});
  EXPECT_EQ(summary().added, 1u);
  EXPECT_EQ(found("a").value().other["desk"], "night");
}

TEST_F(IngestTest, GivesAnIdWhereThereIsNone) {
  take({{"url", "http://Example.com/a/"}, {"title", "Ferry"}});
  take({{"id", ""}, {"url", "https://example.com/a"}, {"title", "Ferry, corrected"}});
  EXPECT_EQ(summary().added, 1u);
  EXPECT_EQ(summary().replaced, 1u);
  Article same;
  same.url = "https://example.com/a";
  EXPECT_EQ(found(derived_id(same)).value().title, "Ferry, corrected");
}

TEST_F(IngestTest, RecognisesThePeopleOfAnArticleThatNamesNoneAndKnowsItAgain) {
  const json article{{"id", "a"},
                     {"language", "en"},
                     {"body", "The ferry ran aground, said Ana Petrovich, a spokeswoman for the harbour."}};
  take(article);
  take(article);
  EXPECT_EQ(summary().added, 1u);
  EXPECT_EQ(summary().unchanged, 1u);
  EXPECT_EQ(found("a").value().people, std::vector<std::string>{"Ana Petrovich"});
  EXPECT_TRUE(found("a").value().people_recognised);
}

TEST_F(IngestTest, CountsWhatTheArchiveSays) {
  take({{"id", "a"}, {"title", "one"}, {"updated", "2021-01-02"}});
  take({{"id", "a"}, {"title", "one"}, {"updated", "2021-01-02"}});
  take({{"id", "a"}, {"title", "two"}, {"updated", "2021-01-01"}});
  take({{"id", "a"}, {"title", "three"}, {"updated", "2021-01-03"}});
  EXPECT_EQ(summary().added, 1u);
  EXPECT_EQ(summary().unchanged, 1u);
  EXPECT_EQ(summary().older, 1u);
  EXPECT_EQ(summary().replaced, 1u);
  EXPECT_EQ(found("a").value().title, "three");
  EXPECT_EQ(target_.articles(), 1u);
}

TEST_F(IngestTest, LetsTheLastOfTwoWithOneIdWin) {
  take({{"id", "a"}, {"title", "first"}});
  take({{"id", "a"}, {"title", "last"}});
  EXPECT_EQ(found("a").value().title, "last");
}

TEST_F(IngestTest, TakesCanceledAndWithheldArticlesOut) {
  for (const auto* status : {"canceled", "withheld"}) {
    take({{"id", "a"}, {"title", "one"}});
    take({{"id", "a"}, {"status", status}});
    EXPECT_FALSE(found("a").has_value()) << status;
  }
  EXPECT_EQ(summary().removed, 2u);
  EXPECT_EQ(rejects_.count(), 0u);
}

TEST_F(IngestTest, RefusesACancellationThatNamesNoArticle) {
  take({{"status", "canceled"}});
  EXPECT_EQ(rejects_.first().code, "no_text");
}

TEST_F(IngestTest, RefusesAnArticleUntilItsEmbargoEnds) {
  const json article{{"id", "a"}, {"title", "t"}, {"embargoed", to_iso(Timestamp{test_now + 10})}};
  take(article);
  ASSERT_EQ(rejects_.count(), 1u);
  EXPECT_EQ(rejects_.first().code, "embargoed");
  EXPECT_EQ(rejects_.first().id, "a");
  EXPECT_THAT(rejects_.first().reason, HasSubstr(to_iso(Timestamp{test_now + 10})));
  now_ += 10;
  take(article);
  EXPECT_EQ(summary().added, 1u);
}

TEST_F(IngestTest, CountsDatesThatCannotBeTrueAndKeepsThem) {
  take({{"id", "a"}, {"title", "t"}, {"published", "1066-10-14"}});
  take({{"id", "b"}, {"title", "t"}, {"published", "2021-10-14"}});
  EXPECT_EQ(summary().suspect_dates, 1u);
  EXPECT_EQ(found("a").value().published, "1066-10-14");
}

TEST_F(IngestTest, GoesOnAfterARejectAndNamesIt) {
  take({{"id", "a"}, {"title", 7}});
  take("no article");
  take({{"id", "b"}, {"people", {"Ada"}}});
  take({{"id", "c"}, {"title", "t"}});
  EXPECT_EQ(rejects_.count(), 3u);
  EXPECT_EQ(rejects_.first().id, "a");
  EXPECT_EQ(rejects_.first().code, "wrong_type");
  EXPECT_EQ(summary().added, 1u);
  EXPECT_EQ(ingest_.seen(), 4u);
}

TEST_F(IngestTest, SaysWhetherThereWasAnArticleToRemove) {
  take({{"id", "a"}, {"title", "t"}});
  EXPECT_TRUE(ingest_.remove("a"));
  EXPECT_FALSE(ingest_.remove("a"));
  EXPECT_EQ(summary().removed, 1u);
}

TEST_F(IngestTest, DetectsTheLanguageOfAnArticleThatNamesNone) {
  take({{"id", "a"},
        {"body", "Die Fähre lief am Montag vor der Küste auf Grund, verletzt wurde dabei niemand."}});
  EXPECT_EQ(found("a").value().language_detected, "de");
  EXPECT_EQ(found("a").value().language, "");
}

TEST_F(IngestTest, TellsOfItsProgress) {
  std::vector<Place> places;
  ingest_.on_progress([&](const Place& place) { places.push_back(place); });
  take({{"title", "t"}});
  ingest_.reject({{"y.jsonl", 2, 9}, "", "malformed_json", "", ""});
  EXPECT_THAT(places, testing::ElementsAre(Place{"x.jsonl", 1, 0}, Place{"y.jsonl", 2, 9}));
}

}  // namespace
}  // namespace morgue
