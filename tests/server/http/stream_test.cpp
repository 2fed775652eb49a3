// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that are made while they are sent, turn by turn, and what becomes of them when something is in the
// way.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <vector>

#include "server/http/listener.h"
#include "tests/server/http/loopback.h"

namespace morgue::http {
namespace {

constexpr std::size_t part_size = 32 * 1024;

/// "/stream?parts=N": N parts of letters; "throws=1": then an exception. Everything else is answered at once.
class Source {
 public:
  Service service() {
    return {.at_once = {},
            .worker = [this] { return Handle([this](const Request& request) { return answer(request); }); },
            .report = [this](std::string_view) { ++reports_; }};
  }
  int alive() const { return alive_; }
  int parts_made() const { return parts_made_; }
  int reports() const { return reports_; }
  int on_another_thread() const { return on_another_thread_; }

  bool becomes_alive(int count) const {
    for (int i = 0; i < 500 && alive_ != count; ++i) std::this_thread::sleep_for(10ms);
    return alive_ == count;
  }

 private:
  /// Counts itself, so that a test sees when and where it goes.
  struct Guest {
    explicit Guest(Source& owner) : source(owner) { ++source.alive_; }
    ~Guest() {
      if (std::this_thread::get_id() != home) ++source.on_another_thread_;
      --source.alive_;
    }
    Guest(const Guest&) = delete;
    Guest& operator=(const Guest&) = delete;
    Source& source;
    const std::thread::id home = std::this_thread::get_id();
  };

  Response answer(const Request& request) {
    if (request.path != "/stream") return {.body = "done"};
    const auto parts = std::stoi(request.parameters.at(0).second);
    const bool throws = request.parameters.size() > 1;
    return {.headers = {{"Content-Type", "text/plain"}},
            .body = "begin",
            .more = [guest = std::make_shared<Guest>(*this), parts, throws,
                     made = 0](std::string& chunk) mutable {
              if (std::this_thread::get_id() != guest->home) ++guest->source.on_another_thread_;
              if (made == parts && throws) throw std::runtime_error("the source is dry");
              if (made == parts) return false;
              chunk.append(part_size, static_cast<char>('a' + made % 26));
              ++guest->source.parts_made_;
              return ++made < parts || throws;
            }};
  }

  std::atomic<int> alive_{0};
  std::atomic<int> parts_made_{0};
  std::atomic<int> on_another_thread_{0};
  std::atomic<int> reports_{0};
};

std::string expected(int parts) {
  std::string body = "begin";
  for (int i = 0; i < parts; ++i) body.append(part_size, static_cast<char>('a' + i % 26));
  return body;
}

void ask(Client& client, const std::string& target, const std::string& method = "GET") {
  client.send(method + " " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
}

TEST(Stream, ArrivesInChunksAndTheConnectionGoesOn) {
  Source source;
  RunningListener running(source.service());
  Client client(running.address());
  for (const int parts : {0, 1, 2, 100}) {
    ask(client, "/stream?parts=" + std::to_string(parts));
    const auto answer = client.receive_stream();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has("\r\nTransfer-Encoding: chunked\r\n"));
    EXPECT_FALSE(answer.has("Content-Length"));
    EXPECT_TRUE(answer.body == expected(parts));
    EXPECT_EQ(client.get("/next").body, "done");
  }
  EXPECT_TRUE(source.becomes_alive(0));
}

TEST(Stream, EndsWithTheConnectionForAnOldClient) {
  Source source;
  RunningListener running(source.service());
  Client client(running.address());
  client.send("GET /stream?parts=3 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  const auto head = client.receive(true);
  EXPECT_TRUE(head.has("\r\nConnection: close\r\n"));
  EXPECT_FALSE(head.has("Transfer-Encoding"));
  client.is_closed_within(5s);
  EXPECT_EQ(client.rest(), expected(3));
}

TEST(Stream, IsNotBegunForAHead) {
  Source source;
  RunningListener running(source.service());
  Client client(running.address());
  for (int i = 0; i < 50; ++i) {
    ask(client, "/stream?parts=1000", "HEAD");
    EXPECT_EQ(client.receive(true).status, 200);
  }
  EXPECT_EQ(client.get("/next").body, "done");
  EXPECT_EQ(source.parts_made(), 0);
  EXPECT_TRUE(source.becomes_alive(0));
}

TEST(Stream, IsPulledNoFasterThanItIsRead) {
  Source source;
  RunningListener running(source.service(), {}, 1);
  Client slow(running.address());
  ask(slow, "/stream?parts=100000");
  ASSERT_TRUE(source.becomes_alive(1));
  int made = -1;
  while (made != source.parts_made()) {
    made = source.parts_made();
    std::this_thread::sleep_for(200ms);
  }
  EXPECT_LT(made, 1000) << "it stops where the sockets are full";
  EXPECT_EQ(Client(running.address()).get("/next").body, "done") << "the worker is free meanwhile";
}

TEST(Stream, GivesWayToOtherRequestsAfterEveryTurn) {
  Source source;
  RunningListener running(source.service(), {}, 1);
  std::vector<std::unique_ptr<Client>> readers(8);
  std::vector<std::jthread> threads;
  std::atomic<int> whole{0};
  for (auto& reader : readers) {
    reader = std::make_unique<Client>(running.address());
    ask(*reader, "/stream?parts=1000");
    threads.emplace_back([&whole, &reader] { whole += reader->receive_stream().body == expected(1000); });
  }
  ASSERT_TRUE(source.becomes_alive(8));
  Client client(running.address());
  int answered = 0;
  for (; source.alive() > 0 && answered < 20; ++answered) EXPECT_EQ(client.get("/next").body, "done");
  EXPECT_EQ(answered, 20) << "between the turns";
  threads.clear();
  EXPECT_EQ(whole, 8);
}

TEST(Stream, IsRefusedWhereThereAreTooMany) {
  Source source;
  RunningListener running(source.service(), {.streams = 2});
  Client first(running.address());
  Client second(running.address());
  for (auto* client : {&first, &second}) ask(*client, "/stream?parts=100000");
  ASSERT_TRUE(source.becomes_alive(2));
  Client third(running.address());
  const auto refused = third.get("/stream?parts=1");
  EXPECT_EQ(refused.status, 503);
  EXPECT_TRUE(refused.has("\r\nRetry-After: "));
  EXPECT_EQ(nlohmann::json::parse(refused.body)["code"], "streams_full");
  first.abort();
  ASSERT_TRUE(source.becomes_alive(1));
  ask(third, "/stream?parts=1");
  EXPECT_TRUE(third.receive_stream().body == expected(1));
}

TEST(Stream, GoesWithItsClientOnItsOwnThread) {
  Source source;
  RunningListener running(source.service(), {}, 3);
  for (int i = 0; i < 20; ++i) {
    Client client(running.address());
    ask(client, "/stream?parts=100000");
    if (i % 2 == 0) client.receive(true);
    client.abort();
  }
  EXPECT_TRUE(source.becomes_alive(0));
  EXPECT_EQ(source.on_another_thread(), 0);
}

TEST(Stream, IsCutWhereTheClientStopsReading) {
  Source source;
  RunningListener running(source.service(), {.write_time = 300ms});
  Client client(running.address());
  ask(client, "/stream?parts=100000");
  ASSERT_TRUE(source.becomes_alive(1));
  EXPECT_TRUE(source.becomes_alive(0));
}

TEST(Stream, BreaksOffWithoutALastChunkWhenItFails) {
  Source source;
  RunningListener running(source.service());
  Client client(running.address());
  ask(client, "/stream?parts=2&throws=1");
  EXPECT_EQ(client.receive(true).status, 200);
  client.is_closed_within(5s);
  EXPECT_TRUE(client.rest().find("\r\n0\r\n\r\n") == std::string::npos);
  EXPECT_TRUE(client.rest().ends_with(std::string(100, 'b') + "\r\n")) << "what was made has come";
  EXPECT_EQ(source.reports(), 1);
  EXPECT_TRUE(source.becomes_alive(0));
}

TEST(Stream, IsEndedByTheDrainAtTheLatest) {
  Source source;
  {
    RunningListener running(source.service(), {.drain_time = 4s});
    Client reading(running.address());
    Client gone(running.address());
    constexpr int more_than_sockets_hold = 600;
    ask(gone, "/stream?parts=100000");
    ask(reading, "/stream?parts=" + std::to_string(more_than_sockets_hold));
    ASSERT_TRUE(source.becomes_alive(2));
    running.listener().stop();
    EXPECT_TRUE(reading.receive_stream().body == expected(more_than_sockets_hold))
        << "what was begun is finished";
    EXPECT_TRUE(running.ends_within(10s));
  }
  EXPECT_EQ(source.alive(), 0);
  EXPECT_EQ(source.on_another_thread(), 0);
}

TEST(BeginStream, MakesAShortOneAnOrdinaryAnswer) {
  Response shorter{.body = "a", .more = [](std::string& chunk) { return chunk += "b", false; }};
  begin_stream(shorter);
  EXPECT_EQ(shorter.body, "ab");
  EXPECT_FALSE(shorter.more);
  Response longer{.body = "a", .more = [](std::string& chunk) { return chunk += "b", true; }};
  begin_stream(longer);
  EXPECT_EQ(longer.body, "ab");
  EXPECT_TRUE(longer.more);
}

}  // namespace
}  // namespace morgue::http
