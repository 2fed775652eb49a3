// SPDX-License-Identifier: GPL-3.0-or-later
// Clients ask without a pause while a writer commits twice a second and now and then builds beside and swaps.
// Six seconds, or MORGUE_SOAK_SECONDS (1800 for half an hour, with a swap a minute).
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "common/index/archive_writer.h"
#include "server/serve.h"
#include "tests/server/http/loopback.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using testing_support::article;

constexpr unsigned clients = 4;

std::chrono::seconds soak_time() {
  const char* given = std::getenv("MORGUE_SOAK_SECONDS");
  return std::chrono::seconds(given ? std::atoi(given) : 6);
}

std::size_t open_files() {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
    count += !entry.path().empty();
  return count;
}

std::size_t resident_bytes() {
  std::size_t all = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> all >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// Asks until told to end; counts the answers by status.
class Crowd {
 public:
  explicit Crowd(const std::string& address) {
    for (unsigned i = 0; i < clients; ++i) threads_.emplace_back([this, address] { ask(address); });
  }
  std::map<int, std::uint64_t> end() {
    is_over_ = true;
    threads_.clear();
    return statuses_;
  }

 private:
  void ask(const std::string& address) {
    std::map<int, std::uint64_t> statuses;
    http::Client client(address);
    while (!is_over_) {
      for (const auto* target :
           {"/v1/search?q=ferry&facets=person,date", "/search?q=%22late+ferry%22", "/article?id=0&q=ferry",
            "/v1/count?q=lat*", "/v1/articles?id=0", "/v1/explain?q=ferry~1", "/v1/timeline?q=ferry"})
        ++statuses[client.get(target).status];
    }
    const std::lock_guard lock(mutex_);
    for (const auto& [status, count] : statuses) statuses_[status] += count;
  }

  std::atomic<bool> is_over_ = false;
  std::mutex mutex_;
  std::map<int, std::uint64_t> statuses_;
  std::vector<std::jthread> threads_;
};

class Soak : public testing::Test {
 protected:
  /// What was committed is in the very next answer.
  void expect_seen() {
    const auto answer = client_.get("/v1/count?q=ferry");
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(nlohmann::json::parse(answer.body)["total"], articles_);
  }

  void commit_for(std::chrono::milliseconds time) {
    ArchiveWriter writer(archive_.directory(), {.between_commits = 500ms});
    for (const auto end = Clock::now() + time; Clock::now() < end;) {
      put_into(writer);
      writer.commit();
      ++commits_;
      expect_seen();
    }
  }

  void swap() {
    ArchiveWriter writer(archive_.directory(), {.build = Build::on_a_copy});
    put_into(writer);
    writer.publish();
    ++swaps_;
    expect_seen();
  }

  void put_into(ArchiveWriter& writer) {
    writer.put(article(std::to_string(articles_++), "Another late ferry", "Waiting at the quay."),
               testing_support::test_now);
  }

  static http::Limits patient() {
    http::Limits limits;  // a sanitizer on a busy machine is slow
    limits.queue_time = 60s;
    return limits;
  }

  const testing_support::TemporaryArchive archive_{{article("0", "Late ferry", "The ferry is late.")}};
  http::RunningListener server_{
      service_of(archive_.directory(), 60s, [](std::string_view what) { ADD_FAILURE() << what; }), patient(),
      3};
  http::Client client_{server_.address()};
  std::uint64_t articles_ = 1;
  unsigned commits_ = 0;
  unsigned swaps_ = 0;
};

TEST_F(Soak, FailsNoRequestAndGrowsNeitherInMemoryNorInFiles) {
  Crowd crowd(server_.address());
  const auto end = Clock::now() + soak_time();
  const auto between_swaps = std::min<std::chrono::milliseconds>(soak_time() / 4, 60s);
  commit_for(between_swaps / 2);
  swap();
  const auto files = open_files();
  const auto memory = resident_bytes();
  while (Clock::now() < end) {
    commit_for(between_swaps);
    swap();
  }
  const auto grown = static_cast<double>(resident_bytes()) - static_cast<double>(memory);
  EXPECT_LE(open_files(), files + 2 * clients)
      << "a reader holds a few files, and not those of old generations";
  const auto statuses = crowd.end();
  EXPECT_EQ(statuses.size(), 1U);
  EXPECT_TRUE(statuses.contains(200));
  std::printf(
      "%llu answers, %u commits, %u swaps, %zu files open, %.1f MB more memory than after the first swap\n",
      static_cast<unsigned long long>(statuses.begin()->second), commits_, swaps_, open_files(), grown / 1e6);
}

}  // namespace
}  // namespace morgue
