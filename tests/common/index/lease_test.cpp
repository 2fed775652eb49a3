// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/lease.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <thread>

#include "common/index/archive_reader.h"
#include "common/index/archive_writer.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using testing_support::article;
using testing_support::TemporaryArchive;

double seconds_of(const std::function<void()>& function) {
  const auto begin = std::chrono::steady_clock::now();
  function();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

class Leases : public testing::Test {
 protected:
  Leases() {
    for (int i = 0; i < 400; ++i) articles_.push_back(article("id" + std::to_string(i), "ferry", body(i)));
    archive_.emplace(articles_);
  }

  static std::string body(int number) { return "word" + std::to_string(number) + " fog harbour"; }

  /// Changes every article, in so many commits.
  void commit(int times, std::chrono::milliseconds longest_lease) {
    ArchiveWriter writer(archive_->directory(), {.between_commits = {}, .longest_lease = longest_lease});
    for (int i = 0; i < times; ++i) {
      for (auto each : articles_) {
        each.body += " change" + std::to_string(++changes_);
        writer.put(each, testing_support::test_now);
      }
      writer.commit();
    }
  }

  static std::size_t bytes_read(ArchiveReader& reader) {
    std::size_t bytes = 0;
    auto& database = reader.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
      bytes += database.get_document(*at).get_data().size();
    return bytes;
  }

  std::vector<Article> articles_;
  std::optional<TemporaryArchive> archive_;
  int changes_ = 0;
};

TEST_F(Leases, KeepAReaderOnItsCommitWhileAWriterWaits) {
  ArchiveReader reader(archive_->directory());
  std::optional<Lease> lease = reader.lease();
  const auto before = bytes_read(reader);
  std::thread writer([&] { commit(3, 60s); });
  std::this_thread::sleep_for(300ms);
  EXPECT_EQ(bytes_read(reader), before);
  lease.reset();
  writer.join();
  EXPECT_TRUE(reader.follow());
  EXPECT_GT(bytes_read(reader), before);
}

TEST_F(Leases, AreHonouredNoLongerThanTheWriterIsTold) {
  ArchiveReader reader(archive_->directory());
  const Lease lease = reader.lease();
  const double waited = seconds_of([&] { commit(2, 200ms); });
  EXPECT_GE(waited, .2);
  EXPECT_LT(waited, 20);
  EXPECT_THROW(bytes_read(reader), Xapian::DatabaseModifiedError);
}

TEST_F(Leases, OfTheLastCommitLetTheNextOnePass) {
  ArchiveReader reader(archive_->directory());
  const Lease lease = reader.lease();
  EXPECT_LT(seconds_of([&] { commit(1, 60s); }), 30);
  EXPECT_GT(bytes_read(reader), 0u);
}

TEST_F(Leases, HoldNothingBackWithoutAnArchiveOrWhenGivenUp) {
  EXPECT_TRUE(wait_for_leases("/nonexistent", 5, 60s));
  const auto generation = ArchiveDirectory(archive_->directory()).linked();
  {
    const Lease lease(generation, 4);
    EXPECT_FALSE(wait_for_leases(generation, 5, 30ms));
    EXPECT_TRUE(wait_for_leases(generation, 4, 30ms));
  }
  EXPECT_TRUE(wait_for_leases(generation, 5, 30ms));
  Lease moved = Lease(generation, 3);
  Lease target(generation, 2);
  target = std::move(moved);
  EXPECT_FALSE(wait_for_leases(generation, 4, 0ms));
}

}  // namespace
}  // namespace morgue
