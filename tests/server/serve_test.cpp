// SPDX-License-Identifier: GPL-3.0-or-later
// Several workers answer over a real socket while a writer commits.
#include "server/serve.h"

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "common/error.h"
#include "common/index/archive_writer.h"
#include "tests/server/http/loopback.h"
#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing_support::article;

std::uint64_t total(http::Client& client) {
  const auto answer = client.get("/v1/search?q=ferry&limit=3");
  return answer.status == 200 ? nlohmann::json::parse(answer.body)["total"].get<std::uint64_t>() : 0;
}

/// Asks until `over`; how often an answer was not right: failed, or with fewer articles than before.
unsigned wrong_answers(const std::string& address, const std::atomic<bool>& over) {
  http::Client client(address);
  unsigned wrong = 0;
  for (std::uint64_t before = 1; !over;) {
    const auto now = total(client);
    if (now < before) ++wrong;
    before = now;
    if (client.get("/search?q=%22late+ferry%22").status != 200) ++wrong;
    if (client.get("/article?id=0&q=ferry").status != 200) ++wrong;
  }
  return wrong;
}

TEST(Serving, AnswersInParallelWhileTheArchiveGrows) {
  constexpr unsigned clients = 4, commits = 4;
  const testing_support::TemporaryArchive archive({article("0", "Late ferry", "The ferry is late.")});
  http::Limits patient;  // a sanitizer on a busy machine is slow
  patient.queue_time = std::chrono::seconds(60);
  http::RunningListener server(
      service_of(archive.directory(), std::chrono::seconds(60), [](std::string_view) {}), patient, clients);

  std::atomic<bool> over = false;
  std::vector<unsigned> wrong(clients, 0);
  {
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < clients; ++i)
      threads.emplace_back([&, i] { wrong[i] = wrong_answers(server.address(), over); });
    ArchiveWriter writer(archive.directory(), {});
    for (unsigned i = 1; i <= commits; ++i) {
      writer.put(article(std::to_string(i), "Another late ferry", "Waiting."), testing_support::test_now);
      writer.commit();
    }
    over = true;
  }
  EXPECT_EQ(wrong, std::vector<unsigned>(clients, 0));
  http::Client client(server.address());
  EXPECT_EQ(total(client), commits + 1);
}

TEST(Serving, NeedsAnArchiveBeforeItListens) {
  const testing_support::TemporaryDirectory directory;
  try {
    serve({directory.path("none"), {"127.0.0.1", 0, ""}, 1});
    FAIL() << "served";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
    EXPECT_FALSE(error.hint().empty());
  }
}

}  // namespace
}  // namespace morgue
