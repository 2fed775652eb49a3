// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the stored bytes of an article.
#include <gmock/gmock.h>
#include <xapian.h>

#include <vector>

#include "common/error.h"
#include "common/index/article_document.h"
#include "common/index/stored_article.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

Article with_body(std::string body) {
  Article article;
  article.id = "ferry-2";
  article.body = std::move(body);
  article.added = "2021-07-15T10:30:00Z";
  article.taken = 1626345000;
  return article;
}

std::string cut_after(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  all.resize(bytes);
  return all;
}

TEST(StoredArticle, ComesBackAsItWas) {
  Article article = with_body("Two lines\n\nand a zero byte \0 within");
  article.taken = -5;
  EXPECT_EQ(from_stored(to_stored(article)), article);
}

TEST(StoredArticle, TellsItsMomentsAndContentApart) {
  const Article article = with_body("words");
  const std::string stored = to_stored(article);
  EXPECT_EQ(stored_moments(stored), (StoredMoments{.taken = 1626345000, .added = 1626345000}));
  EXPECT_EQ(stored_content(stored), content_of(article));
}

TEST(StoredArticle, CanBeGivenTheMomentItWasAdded) {
  Article article = with_body("words");
  article.added.clear();
  const std::string stored = to_stored(article);
  EXPECT_EQ(stored_moments(stored).added, std::nullopt);
  EXPECT_EQ(from_stored(stored), article);
  article.added = "1969-12-31T23:59:59Z";
  EXPECT_EQ(from_stored(with_added(stored, -1)), article);
}

TEST(StoredArticle, IsSmallerThanItsText) {
  EXPECT_LT(to_stored(with_body(cut_after("The ferry sails at noon. ", 5000))).size(), 400u);
}

TEST(StoredArticle, RefusesDataThatIsNotOurs) {
  const std::string stored = to_stored(with_body("words"));
  std::string damaged = stored;
  damaged[20] = static_cast<char>(~damaged[20]);
  std::string of_another_version = stored;
  of_another_version[0] = 1;
  for (const std::string& data : {std::string(), std::string("{}"), of_another_version, stored.substr(0, 9),
                                  stored.substr(0, stored.size() - 3), damaged})
    EXPECT_THROW(from_stored(data), Error) << data.size();
}

TEST(StoredArticle, LeavesXapianNothingLongToShrink) {
  // What zstd makes of 90 MB of one letter is itself many equal blocks.
  EXPECT_LT(to_stored(with_body(std::string(90'000'000, 'x'))).size(), 8192u);
}

// Xapian 1.4.22 cannot read back some repetitive data that it has compressed itself, std::string(8195, 'x')
// for one (XAPIAN.md 1, "Stored data that cannot be read back").
TEST(StoredArticle, IsReadBackFromXapianWhateverItsLength) {
  std::vector<Article> articles;
  for (std::size_t length = 8000; length < 8500; ++length)
    articles.push_back(with_body(std::string(length, 'x')));
  for (const std::size_t length : {16384u, 24576u, 81920u})
    for (const auto* text : {"x", "ab", "The ferry sails at noon. "})
      for (std::size_t more = 0; more < 24; ++more)
        articles.push_back(with_body(cut_after(text, length - 12 + more)));

  const testing_support::TemporaryDirectory directory;
  const std::string path = (directory / "database").string();
  Xapian::WritableDatabase writer(path, Xapian::DB_CREATE);
  for (const auto& article : articles) {
    Xapian::Document document;
    document.set_data(to_stored(article));
    writer.add_document(document);
  }
  writer.commit();

  const Xapian::Database reader(path);
  for (std::size_t i = 0; i < articles.size(); ++i)
    ASSERT_EQ(from_document(reader.get_document(static_cast<Xapian::docid>(i + 1))), articles[i]) << i;
}

}  // namespace
}  // namespace morgue
