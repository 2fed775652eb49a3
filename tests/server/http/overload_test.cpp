// SPDX-License-Identifier: GPL-3.0-or-later
// What a listener does when there is too much of something: time, requests, connections; and how it leaves.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <atomic>
#include <csignal>
#include <memory>
#include <nlohmann/json.hpp>
#include <semaphore>
#include <set>
#include <vector>

#include "server/http/listener.h"
#include "tests/server/http/loopback.h"

namespace morgue::http {
namespace {

/// "/wait" is answered when the gate is opened for it; everything else at once, by a worker.
class Gate {
 public:
  Service service() {
    return {.at_once = [](const Request& request) -> std::optional<Response> {
              return request.path == "/healthz" ? std::optional(Response{200, {}, "ok"}) : std::nullopt;
            },
            .worker =
                [this] {
                  return Handle([this](const Request& request) {
                    if (request.path == "/wait") {
                      ++arrived_;
                      (void)opened_.try_acquire_for(10s);
                    }
                    return Response{200, {}, "done"};
                  });
                }};
  }
  void open(int times = 1) { opened_.release(times); }
  bool has_arrived(int count) {
    for (int i = 0; i < 500 && arrived_ < count; ++i) std::this_thread::sleep_for(10ms);
    return arrived_ >= count;
  }

 private:
  std::counting_semaphore<> opened_{0};
  std::atomic<int> arrived_{0};
};

constexpr std::string_view wait_request = "GET /wait HTTP/1.1\r\nHost: x\r\n\r\n";

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

TEST(Overload, CutsAHeaderThatComesTooSlowly) {
  Gate gate;
  RunningListener running(gate.service(), {.header_time = 300ms});
  Client client(running.address());
  const auto start = std::chrono::steady_clock::now();
  while (milliseconds_since(start) < 3000 && client.send("G")) std::this_thread::sleep_for(20ms);
  EXPECT_EQ(client.receive().status, 408);
  EXPECT_TRUE(client.is_closed_within(5s));
  EXPECT_EQ(Client(running.address()).get("/").status, 200);
}

TEST(Overload, CutsABodyThatComesTooSlowly) {
  Gate gate;
  RunningListener running(gate.service(), {.body_time = 200ms});
  Client client(running.address());
  client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
  const auto answer = client.receive();
  EXPECT_EQ(answer.status, 408);
  EXPECT_EQ(nlohmann::json::parse(answer.body)["code"], "body_too_slow");
}

TEST(Overload, ClosesWhatIsIdleForTooLong) {
  Gate gate;
  RunningListener running(gate.service(), {.idle_time = 200ms});
  Client silent(running.address());
  Client served(running.address());
  EXPECT_EQ(served.get("/").status, 200);
  EXPECT_TRUE(silent.is_closed_within(5s));
  EXPECT_TRUE(served.is_closed_within(5s));
}

TEST(Overload, DropsAClientThatDoesNotRead) {
  RunningListener running({.at_once =
                               [](const Request&) {
                                 return Response{200, {}, std::string(32 << 20, 'x')};
                               },
                           .worker = [] { return Handle([](const Request&) { return Response{}; }); }},
                          {.write_time = 200ms});
  Client client(running.address());
  client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(1s);
  EXPECT_EQ(client.receive().status, 0) << "the answer was cut off";
}

TEST(Overload, RefusesWithA503WhenTheQueueIsFull) {
  Gate gate;
  RunningListener running(gate.service(), {.queue_time = 60s, .queue = 1}, 1);
  Client working(running.address());
  working.send(wait_request);
  ASSERT_TRUE(gate.has_arrived(1));
  Client waiting(running.address());
  waiting.send(wait_request);
  std::this_thread::sleep_for(50ms);

  Client refused(running.address());
  const auto start = std::chrono::steady_clock::now();
  const auto answer = refused.get("/wait");
  EXPECT_GE(milliseconds_since(start), 95) << "a refusal is parked";
  EXPECT_EQ(answer.status, 503);
  EXPECT_TRUE(answer.has("\r\nRetry-After: 1\r\n"));
  EXPECT_EQ(nlohmann::json::parse(answer.body)["code"], "queue_full");
  EXPECT_EQ(refused.get("/healthz").status, 200) << "what needs no worker is still answered";

  gate.open(2);
  EXPECT_EQ(working.receive().status, 200);
  EXPECT_EQ(waiting.receive().status, 200);
  EXPECT_EQ(refused.get("/").status, 200) << "the connection was kept";
}

TEST(Overload, RefusesAStormNoFasterThanOnceAMillisecond) {
  Gate gate;
  RunningListener running(gate.service(), {.queue_time = 60s, .queue = 1}, 1);
  std::vector<std::unique_ptr<Client>> storm(502);
  for (auto& client : storm) client = std::make_unique<Client>(running.address());
  storm[0]->send(wait_request);
  ASSERT_TRUE(gate.has_arrived(1));
  storm[1]->send(wait_request);
  std::this_thread::sleep_for(100ms);  // it takes the one place in the queue
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 2; i < storm.size(); ++i) storm[i]->send(wait_request);
  int refused = 0;
  for (std::size_t i = 2; i < storm.size(); ++i) refused += storm[i]->receive(false, 60s).status == 503;
  EXPECT_EQ(refused, 500);
  EXPECT_GE(milliseconds_since(start), 550);
  gate.open(2);
  EXPECT_EQ(storm[0]->receive().status, 200);
}

TEST(Overload, GivesUpOnARequestThatHasWaitedTooLong) {
  Gate gate;
  RunningListener running(gate.service(), {.queue_time = 200ms}, 1);
  Client working(running.address());
  working.send(wait_request);
  ASSERT_TRUE(gate.has_arrived(1));
  Client waiting(running.address());
  EXPECT_EQ(waiting.get("/wait").status, 503);
  gate.open();
  EXPECT_EQ(working.receive().status, 200) << "what is worked on is not given up";
  EXPECT_EQ(waiting.get("/").status, 200);
}

TEST(Overload, OutlivesAClientThatLeavesWhileItIsServed) {
  Gate gate;
  RunningListener running(gate.service(), {.queue_time = 60s}, 1);
  Client working(running.address());
  working.send(wait_request);
  ASSERT_TRUE(gate.has_arrived(1));
  working.abort();
  gate.open();
  EXPECT_EQ(Client(running.address()).get("/").status, 200);
}

TEST(Overload, RefusesBodiesThatAreTooLargeTogether) {
  Gate gate;
  RunningListener running(gate.service(), {.all_bodies_bytes = 1000}, 1);
  Client first(running.address());
  first.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + std::string(800, 'a'));
  std::this_thread::sleep_for(50ms);
  Client second(running.address());
  second.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + std::string(900, 'a'));
  const auto refused = second.receive();
  EXPECT_EQ(refused.status, 503);
  EXPECT_TRUE(refused.has("\r\nRetry-After: "));
  first.send(std::string(100, 'a'));
  EXPECT_EQ(first.receive().status, 200);
  Client third(running.address());
  third.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n" + std::string(900, 'a'));
  EXPECT_EQ(third.receive().status, 200) << "what was lent is given back";
}

TEST(Overload, MakesRoomByClosingTheLongestIdle) {
  Gate gate;
  RunningListener running(gate.service(), {.connections = 2});
  Client oldest(running.address());
  EXPECT_EQ(oldest.get("/").status, 200);
  Client younger(running.address());
  EXPECT_EQ(younger.get("/").status, 200);
  Client newcomer(running.address());
  EXPECT_EQ(newcomer.get("/").status, 200);
  EXPECT_TRUE(oldest.is_closed_within(5s));
  EXPECT_EQ(younger.get("/").status, 200);
}

TEST(Overload, LetsNewcomersWaitWhenNobodyIsIdle) {
  Gate gate;
  RunningListener running(gate.service(), {.connections = 1}, 1);
  Client busy(running.address());
  busy.send(wait_request);
  ASSERT_TRUE(gate.has_arrived(1));
  Client newcomer(running.address());
  newcomer.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_FALSE(newcomer.is_closed_within(200ms));
  gate.open();
  EXPECT_EQ(busy.receive().status, 200);
  EXPECT_EQ(newcomer.receive().status, 200);
}

/// Leaves the process so many more descriptors to open, until it goes out of scope.
class FewDescriptors {
 public:
  explicit FewDescriptors(rlim_t left) {
    getrlimit(RLIMIT_NOFILE, &before_);
    const int lowest_free = ::dup(STDERR_FILENO);
    ::close(lowest_free);
    const rlimit few{static_cast<rlim_t>(lowest_free) + left, before_.rlim_max};
    setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST(Overload, PausesWithoutDescriptorsAndGoesOnWhenThereAreSome) {
  Gate gate;
  Listener listener(parse_endpoint("127.0.0.1:0"), {}, 1, gate.service());
  std::vector<std::unique_ptr<Client>> clients(10);
  for (auto& client : clients) client = std::make_unique<Client>(listener.address());
  for (auto& client : clients) client->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  auto few = std::make_optional<FewDescriptors>(4);
  auto ended = std::async(std::launch::async, [&] { listener.run(); });
  EXPECT_EQ(clients.front()->receive().status, 200);
  EXPECT_EQ(clients.back()->receive(false, 300ms).status, 0) << "there is no descriptor for it yet";
  few.reset();
  for (std::size_t i = 1; i < clients.size(); ++i) EXPECT_EQ(clients[i]->receive().status, 200) << i;
  listener.stop();
  EXPECT_EQ(ended.wait_for(5s), std::future_status::ready);
}

TEST(Overload, Serves200ConnectionsAtOnce) {
  Gate gate;
  RunningListener running(gate.service(), {.queue_time = 60s, .queue = 1000}, 4);
  std::vector<std::unique_ptr<Client>> clients(200);
  for (auto& client : clients) client = std::make_unique<Client>(running.address());
  for (int round = 0; round < 5; ++round) {
    for (auto& client : clients) ASSERT_TRUE(client->send("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    for (auto& client : clients) ASSERT_EQ(client->receive().status, 200);
  }
}

TEST(Overload, OutlivesManyClientsThatComeAndGoInDisorder) {
  Gate gate;
  RunningListener running(gate.service(), {.header_time = 50ms, .queue_time = 20ms, .queue = 4}, 2);
  std::vector<std::thread> crowd;
  crowd.reserve(4);
  for (int person = 0; person < 4; ++person)
    crowd.emplace_back([&, person] {
      for (int i = 0; i < 100; ++i) {
        Client client(running.address());
        client.send("POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n");
        if ((i + person) % 4 > 0) client.send("abcd");
        if ((i + person) % 4 > 1) client.abort();
        if ((i + person) % 4 == 1) client.receive();
      }
    });
  for (auto& person : crowd) person.join();
  Client client(running.address());
  EXPECT_EQ(client.get("/").status, 200);
}

TEST(Stop, EndsAtOnceWhenEverybodyIsIdle) {
  Gate gate;
  RunningListener running(gate.service());
  Client idle(running.address());
  EXPECT_EQ(idle.get("/").status, 200);
  running.listener().stop();
  EXPECT_TRUE(running.ends_within(2s));
  EXPECT_TRUE(idle.is_closed_within(1s));
  EXPECT_FALSE(Client(running.address()).is_connected());
}

TEST(Stop, AnswersWhatWasBegun) {
  Gate gate;
  RunningListener running(gate.service(), {}, 1);
  Client working(running.address());
  Client queued(running.address());
  Client half(running.address());
  working.send(wait_request);
  ASSERT_TRUE(gate.has_arrived(1));
  queued.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  half.send("GET /healthz HTTP/1.1\r\n");
  std::this_thread::sleep_for(50ms);
  running.listener().stop();
  EXPECT_FALSE(running.ends_within(50ms));
  half.send("Host: x\r\n\r\n");
  gate.open();
  for (auto* client : {&working, &queued, &half}) {
    const auto answer = client->receive();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.has("\r\nConnection: close\r\n"));
    client->finish_sending();
  }
  EXPECT_TRUE(running.ends_within(3s));
}

TEST(Stop, DoesNotWaitForeverForAClient) {
  Gate gate;
  RunningListener running(gate.service(), {.drain_time = 200ms}, 1);
  Client never_ends(running.address());
  never_ends.send("GET / HT");
  std::this_thread::sleep_for(50ms);
  running.listener().stop();
  EXPECT_TRUE(running.ends_within(3s));
}

TEST(Stop, MayComeTwiceAndBeforeTheRun) {
  Gate gate;
  Listener listener(parse_endpoint("127.0.0.1:0"), {}, 1, gate.service());
  listener.stop();
  listener.stop();
  listener.run();
}

TEST(Stop, IsNotNeededWhenTheListenerNeverRan) {
  Gate gate;
  const Listener listener(parse_endpoint("127.0.0.1:0"), {}, 1, gate.service());
  EXPECT_TRUE(Client(listener.address()).is_connected());
}

TEST(Stop, ComesWithASignal) {
  Gate gate;
  Listener listener(parse_endpoint("127.0.0.1:0"), {}, 1, gate.service());
  listener.stop_on_signals();
  auto ended = std::async(std::launch::async, [&] { listener.run(); });
  EXPECT_EQ(Client(listener.address()).get("/").status, 200);
  std::raise(SIGTERM);
  EXPECT_EQ(ended.wait_for(5s), std::future_status::ready);
}

}  // namespace
}  // namespace morgue::http
