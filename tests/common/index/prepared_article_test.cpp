// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of what is prepared apart from the writer.
#include "common/index/prepared_article.h"

#include <gmock/gmock.h>

#include "common/error.h"
#include "common/index/archive_reader.h"
#include "common/index/archive_writer.h"
#include "tests/common/index/short_article.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::int64_t now = 1626307200;  // 2021-07-15T00:00:00Z

class PreparedArticles : public ::testing::Test {
 protected:
  std::string path() const { return (directory_ / "archive").string(); }
  std::filesystem::path generation() const { return ArchiveDirectory(path()).current().path; }

  const testing_support::TemporaryDirectory directory_;
  ArchiveWriter writer_{path(), {.between_commits = 0ms}};
  ArticlePreparer preparer_{"UTC"};
};

TEST_F(PreparedArticles, ArePutAsIfTheyHadBeenPutThemselves) {
  EXPECT_EQ(writer_.put(preparer_.prepare(article_of("a", "The ferries sail"), now)), Put::added);
  EXPECT_EQ(writer_.put(preparer_.prepare(article_of("a", "The ferries sail"), now + 9)), Put::unchanged);
  EXPECT_EQ(writer_.put(preparer_.prepare(article_of("a", "No ferry sails"), now + 9)), Put::replaced);
  writer_.commit();
  ArchiveReader reader(path());
  EXPECT_EQ(reader.find("a")->body, "No ferry sails");
  EXPECT_EQ(reader.find("a")->added, "2021-07-15T00:00:00Z");
  EXPECT_THAT(forms_of_stem(reader.database(), "en", "ferri"), ElementsAre("ferries", "ferry"));
  EXPECT_TRUE(reader.database().term_exists("XADDEDD:20210715"));
}

TEST_F(PreparedArticles, AreNotMadeIntoDocumentsWhereTheArchiveHasThem) {
  writer_.put(article_of("a", "The ferry"), now);
  writer_.commit();
  preparer_.compare_with(generation());
  PreparedArticle same = preparer_.prepare(article_of("a", "The ferry"), now);
  EXPECT_FALSE(same.document);
  EXPECT_TRUE(preparer_.prepare(article_of("a", "A ferry"), now).document);
  EXPECT_TRUE(preparer_.prepare(article_of("b", "The ferry"), now).document);
  EXPECT_EQ(writer_.put(std::move(same)), Put::unchanged);
}

TEST_F(PreparedArticles, AreMadeAfterAllWhereTheArchiveHasChangedSince) {
  writer_.put(article_of("a", "The ferry"), now);
  writer_.commit();
  preparer_.compare_with(generation());
  PreparedArticle same = preparer_.prepare(article_of("a", "The ferry"), now);
  writer_.put(article_of("a", "A gull"), now);
  EXPECT_EQ(writer_.put(std::move(same)), Put::replaced);
  writer_.commit();
  EXPECT_EQ(ArchiveReader(path()).find("a")->body, "The ferry");
}

TEST_F(PreparedArticles, AreComparedWithAnArchiveThatIsBeingWritten) {
  writer_.put(article_of("a", "The ferry"), now);
  writer_.commit();
  preparer_.compare_with(generation());
  for (const auto* body : {"one", "two", "three", "two", "two", "The ferry"}) {
    const auto known = ArchiveReader(path()).find("a")->body;
    EXPECT_EQ(writer_.put(preparer_.prepare(article_of("a", body), now)),
              known == body ? Put::unchanged : Put::replaced);
    writer_.commit();
    EXPECT_EQ(ArchiveReader(path()).find("a")->body, body);
  }
}

TEST_F(PreparedArticles, TellStemsAndFormsOnce) {
  EXPECT_THAT(preparer_.prepare(article_of("a", "ferries"), now).stem_forms,
              ElementsAre(StemForm{"Zen:ferri", "ferries"}));
  EXPECT_THAT(preparer_.prepare(article_of("b", "ferries"), now).stem_forms, IsEmpty());
}

TEST_F(PreparedArticles, MustHaveAnId) {
  EXPECT_THROW(preparer_.prepare(article_of("", "The ferry"), now), Error);
}

}  // namespace
}  // namespace morgue
