// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the forms that were seen with a stem.
#include "common/index/stem_forms.h"

#include <gmock/gmock.h>

#include "common/index/archive_reader.h"
#include "common/index/archive_writer.h"
#include "common/index/vocabulary.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_support::TemporaryDirectory;

Article article_in(const std::string& id, const std::string& language, const std::string& body) {
  Article article;
  article.id = id;
  article.language = language;
  article.body = body;
  return article;
}

class StemForms : public ::testing::Test {
 protected:
  std::string path() const { return (directory_ / "archive").string(); }

  template <class... Articles>
  void write(const Articles&... these) const {
    ArchiveWriter open(path(), {.between_commits = 0ms});
    (open.put(these, 0), ...);
    open.commit();
  }

  std::vector<std::string> forms(const std::string& language, const std::string& stem) const {
    return forms_of_stem(ArchiveReader(path()).database(), language, stem);
  }

  const TemporaryDirectory directory_;
};

TEST_F(StemForms, AreThoseSeenInTheLanguage) {
  write(article_in("a", "en", "Ferries sail. The FERRY sails, sailing on."),
        article_in("b", "de", "Die Fähre, die Fähren; sie sailen."));
  EXPECT_THAT(forms("en", "ferri"), ElementsAre("ferries", "ferry"));
  EXPECT_THAT(forms("en", "sail"), ElementsAre("sail", "sailing", "sails"));
  EXPECT_THAT(forms("de", "fahr"), ElementsAre("fahre", "fahren"));
  EXPECT_THAT(forms("de", "sail"), ElementsAre("sailen"));
  EXPECT_THAT(forms("en", "fer"), IsEmpty());
  EXPECT_THAT(forms("fr", "sail"), IsEmpty());
}

TEST_F(StemForms, ComeFromEveryTextAndKindOfToken) {
  Article article = article_in("a", "en", "off-shoring");
  article.title = "Titles";
  article.people = {"Ann Walkers"};
  article.authors = {"Jo Writers"};
  write(article);
  EXPECT_THAT(forms("en", "offshor"), ElementsAre("offshoring"));
  EXPECT_THAT(forms("en", "shore"), ElementsAre("shoring"));
  EXPECT_THAT(forms("en", "titl"), ElementsAre("titles"));
  EXPECT_THAT(forms("en", "walker"), ElementsAre("walkers"));
  EXPECT_THAT(forms("en", "writer"), ElementsAre("writers"));
}

TEST_F(StemForms, AreTheStemItselfWithoutALanguage) {
  write(article_in("a", "", "Ferries"));
  EXPECT_THAT(forms("", "ferries"), ElementsAre("ferries"));
  EXPECT_THAT(forms("en", "ferri"), IsEmpty());
}

TEST_F(StemForms, GrowFromRunToRunAndOutliveTheirArticles) {
  write(article_in("a", "en", "ferry"), article_in("b", "en", "ferry"));
  write(article_in("a", "en", "ferries"));
  write(article_in("c", "en", "ferry"));
  EXPECT_THAT(forms("en", "ferri"), ElementsAre("ferries", "ferry"));
}

TEST_F(StemForms, GrowFromCommitToCommit) {
  ArchiveWriter open(path(), {.between_commits = 0ms});
  for (const auto* body : {"ferry", "ferries", "ferry ferried"}) {
    open.put(article_in(body, "en", body), 0);
    open.commit();
  }
  EXPECT_THAT(forms("en", "ferri"), ElementsAre("ferried", "ferries", "ferry"));
}

TEST_F(StemForms, LeaveOutLongOnes) {
  const std::string longest(longest_vocabulary_form, 'x');
  write(article_in("a", "en", longest + " y" + longest));
  EXPECT_THAT(forms("en", longest), ElementsAre(longest));
  EXPECT_THAT(forms("en", "y" + longest), IsEmpty());
}

}  // namespace
}  // namespace morgue
