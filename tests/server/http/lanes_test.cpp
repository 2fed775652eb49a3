// SPDX-License-Identifier: GPL-3.0-or-later
// Who goes first, who has left, by which entrance one came, and what is told of each exchange.
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <mutex>
#include <semaphore>
#include <vector>

#include "server/http/listener.h"
#include "tests/server/http/loopback.h"

namespace morgue::http {
namespace {

/// "/work" goes on until its client has left, or for ten seconds; "/quick" has a lane of its own.
class Desk {
 public:
  Service service() {
    return {.at_once = [](const Request& request) -> std::optional<Response> {
              if (request.path == "/refused") return to_response({.status = 429, .code = "too_many"});
              return std::nullopt;
            },
            .worker = [this] { return Handle([this](const Request& request) { return answer(request); }); },
            .is_quick = [](const Request& request) { return request.path == "/quick"; },
            .finished =
                [this](const Exchange& exchange) {
                  const std::lock_guard lock(mutex_);
                  exchanges_.push_back(exchange);
                },
            .reopen = [this] { ++reopened_; }};
  }

  bool works_on(int count) const { return becomes(working_, count); }
  bool has_abandoned(int count) const { return becomes(abandoned_, count); }
  bool has_reopened(int count) const { return becomes(reopened_, count); }
  std::vector<Exchange> exchanges() {
    const std::lock_guard lock(mutex_);
    return exchanges_;
  }

 private:
  static bool becomes(const std::atomic<int>& number, int count) {
    for (int i = 0; i < 500 && number != count; ++i) std::this_thread::sleep_for(10ms);
    return number == count;
  }

  Response answer(const Request& request) {
    if (request.path == "/work") {
      ++working_;
      for (int i = 0; i < 1000 && !*request.is_abandoned; ++i) std::this_thread::sleep_for(10ms);
      if (*request.is_abandoned) ++abandoned_;
      --working_;
    }
    return {.body = std::to_string(request.entrance) + " " + request.client};
  }

  std::atomic<int> working_{0};
  std::atomic<int> abandoned_{0};
  std::atomic<int> reopened_{0};
  std::mutex mutex_;
  std::vector<Exchange> exchanges_;
};

constexpr std::string_view work_request = "GET /work HTTP/1.1\r\nHost: x\r\n\r\n";

TEST(Lanes, LetQuickRequestsPassWhereAllWorkersAreBusy) {
  Desk desk;
  RunningListener running(desk.service(), {}, 2);
  Client first(running.address());
  Client second(running.address());
  for (auto* client : {&first, &second}) client->send(work_request);
  ASSERT_TRUE(desk.works_on(2));
  Client hasty(running.address());
  for (int i = 0; i < 20; ++i) EXPECT_EQ(hasty.get("/quick").status, 200);
}

TEST(HangUp, StopsTheWork) {
  Desk desk;
  RunningListener running(desk.service(), {.hang_up_time = 300ms}, 1);
  {
    Client reset(running.address());
    reset.send(work_request);
    ASSERT_TRUE(desk.works_on(1));
    reset.abort();
    EXPECT_TRUE(desk.has_abandoned(1));
  }
  {
    Client polite(running.address());
    polite.send(work_request);
    ASSERT_TRUE(desk.works_on(1));
  }
  EXPECT_TRUE(desk.has_abandoned(2));
  EXPECT_EQ(Client(running.address()).get("/").status, 200) << "the flag is another's next time";
  EXPECT_TRUE(desk.has_abandoned(2));
}

TEST(HangUp, TakesWhatWaitsOutOfTheQueue) {
  Desk desk;
  RunningListener running(desk.service(), {.queue_time = 60s, .queue = 1}, 1);
  Client working(running.address());
  working.send(work_request);
  ASSERT_TRUE(desk.works_on(1));
  {
    Client waiting(running.address());
    waiting.send(work_request);
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(Client(running.address()).get("/work").status, 503);
    waiting.abort();
  }
  std::this_thread::sleep_for(600ms);
  Client next(running.address());
  next.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  working.abort();
  EXPECT_EQ(next.receive().status, 200);
}

TEST(HangUp, IsNotSeenInAClientThatWaitsForItsAnswer) {
  Desk desk;
  RunningListener running(desk.service(), {.hang_up_time = 100ms}, 1);
  Client patient(running.address());
  patient.send(work_request);
  ASSERT_TRUE(desk.works_on(1));
  std::this_thread::sleep_for(1s);
  EXPECT_TRUE(desk.works_on(1));
}

TEST(Entrances, AreTold) {
  Desk desk;
  const auto free_port = parse_endpoint("127.0.0.1:0");
  Listener listener({free_port, free_port}, {}, 1, desk.service());
  auto ended = std::async(std::launch::async, [&] { listener.run(); });
  EXPECT_NE(listener.address(0), listener.address(1));
  EXPECT_EQ(Client(listener.address(0)).get("/").body, "0 127.0.0.1");
  EXPECT_EQ(Client(listener.address(1)).get("/").body, "1 127.0.0.1");
  listener.stop();
  EXPECT_EQ(ended.wait_for(5s), std::future_status::ready);
  EXPECT_FALSE(Client(listener.address(1)).is_connected());
}

TEST(Refusals, AreHeldBackForAWhile) {
  Desk desk;
  RunningListener running(desk.service());
  Client client(running.address());
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(client.get("/refused").status, 429);
  EXPECT_GE(std::chrono::steady_clock::now() - begin, 95ms);
}

TEST(Exchanges, AreToldOnceEach) {
  Desk desk;
  {
    RunningListener running(desk.service(), {}, 1);
    Client client(running.address());
    client.send("GET /a?q=1 HTTP/1.1\r\nHost: x\r\nUser-Agent: me\r\nReferer: there\r\n\r\n");
    const auto answer = client.receive();
    client.send("garbage\r\n\r\n");
    client.receive();
    Client gone(running.address());
    gone.send(work_request);
    ASSERT_TRUE(desk.works_on(1));
    gone.abort();
    ASSERT_TRUE(desk.has_abandoned(1));
    const auto told = desk.exchanges();
    ASSERT_GE(told.size(), 2U);
    EXPECT_EQ(told[0].client, "127.0.0.1");
    EXPECT_EQ(told[0].method, "GET");
    EXPECT_EQ(told[0].target, "/a?q=1");
    EXPECT_EQ(told[0].user_agent, "me");
    EXPECT_EQ(told[0].referrer, "there");
    EXPECT_EQ(told[0].status, 200);
    EXPECT_EQ(told[0].bytes, answer.head.size() + answer.body.size());
    EXPECT_TRUE(told[0].is_whole);
    EXPECT_GE(told[0].took, told[0].worked);
    EXPECT_EQ(told[1].status, 400);
    EXPECT_EQ(told[1].target, "");
  }
  const auto told = desk.exchanges();
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[2].target, "/work");
  EXPECT_EQ(told[2].status, 0);
  EXPECT_FALSE(told[2].is_whole);
}

TEST(Signals, ReopenAtSighup) {
  Desk desk;
  Listener listener(parse_endpoint("127.0.0.1:0"), {}, 1, desk.service());
  listener.stop_on_signals();
  auto ended = std::async(std::launch::async, [&] { listener.run(); });
  for (int i = 1; i <= 3; ++i) {
    std::raise(SIGHUP);
    EXPECT_TRUE(desk.has_reopened(i));
    EXPECT_EQ(Client(listener.address()).get("/").status, 200);
  }
  listener.stop();
  EXPECT_EQ(ended.wait_for(5s), std::future_status::ready);
}

}  // namespace
}  // namespace morgue::http
