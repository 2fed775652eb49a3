// SPDX-License-Identifier: GPL-3.0-or-later
// One listener and well or badly behaved clients, over real sockets.
#include "server/http/listener.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "common/error.h"
#include "tests/server/http/hostile_requests.h"
#include "tests/server/http/loopback.h"

namespace morgue::http {
namespace {

Response echo(const Request& request) {
  if (request.path == "/throws") throw std::runtime_error("the disk is on fire");
  if (request.path == "/throws-a-number") throw 7;
  if (request.path == "/nothing") return {204, {}, "never shown"};
  if (request.path == "/same") return {304, {}, "never shown"};
  if (request.path == "/large" && request.method == "GET") return {200, {}, std::string(8 << 20, 'x')};
  return {200, {{"Content-Type", "text/plain"}}, request.method + " " + request.path + " " + request.body};
}

Service echoing() {
  return {.at_once = [](const Request& request) -> std::optional<Response> {
            if (request.path == "/healthz") return Response{200, {}, "ok"};
            if (request.path == "/at-once-throws") throw std::runtime_error("at once");
            return std::nullopt;
          },
          .worker = [] { return Handle(echo); }};
}

TEST(Listener, AnswersFromAWorkerAndAtOnce) {
  RunningListener running(echoing());
  Client client(running.address());
  EXPECT_EQ(client.get("/a%20b?x=1").body, "GET /a b ");
  EXPECT_EQ(client.get("/healthz").body, "ok");
}

TEST(Listener, SetsTheHeadersOfEveryResponse) {
  RunningListener running(echoing());
  Client client(running.address());
  const auto answer = client.get("/");
  EXPECT_EQ(answer.status, 200);
  for (const auto* line : {"\r\nDate: ", "\r\nConnection: keep-alive\r\n", "\r\nContent-Length: 6\r\n",
                           "\r\nX-Content-Type-Options: nosniff\r\n", "\r\nContent-Type: text/plain\r\n"})
    EXPECT_TRUE(answer.has(line)) << line;
  EXPECT_FALSE(answer.has("Server:"));
}

TEST(Listener, RefusesHostileRequests) {
  RunningListener running(echoing());
  for (const auto& [what, bytes, status] : hostile_requests()) {
    Client client(running.address());
    client.send(bytes);
    const auto answer = client.receive();
    EXPECT_EQ(answer.status, status) << what;
    EXPECT_TRUE(answer.has("\r\nConnection: close\r\n")) << what;
    EXPECT_TRUE(answer.has("\r\nContent-Type: application/problem+json\r\n")) << what;
    const auto body = nlohmann::json::parse(answer.body, nullptr, false);
    EXPECT_EQ(body.value("status", 0), status) << what;
    EXPECT_NE(body.value("code", ""), "") << what;
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_within(5s)) << what;
  }
  EXPECT_EQ(Client(running.address()).get("/").status, 200);
}

TEST(Listener, ServesNothingOfWhatFollowsARefusal) {
  RunningListener running(echoing());
  for (const auto& [what, bytes, status] : hostile_requests()) {
    Client client(running.address());
    client.send(bytes + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.receive().status, status) << what;
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_within(5s)) << what << ": " << client.rest();
  }
}

TEST(Listener, TakesLargerBodiesWhereTheServiceDoes) {
  auto service = echoing();
  service.body_bytes = [](const Request& request) -> std::size_t {
    return request.path == "/large" ? 1 << 20 : 1000;
  };
  RunningListener running(service);
  const auto post = [&](const std::string& path, std::size_t size, bool in_a_chunk) {
    Client client(running.address());
    char hex[32];
    std::snprintf(hex, sizeof(hex), "%zx", size);
    client.send("POST " + path + " HTTP/1.1\r\nHost: x\r\n" +
                (in_a_chunk ? "Transfer-Encoding: chunked\r\n\r\n" + std::string(hex) + "\r\n"
                            : "Content-Length: " + std::to_string(size) + "\r\n\r\n"));
    client.send(std::string(size, 'b') + (in_a_chunk ? "\r\n0\r\n\r\n" : ""));
    return client.receive().status;
  };
  for (const bool in_a_chunk : {false, true}) {
    EXPECT_EQ(post("/large", 1 << 20, in_a_chunk), 200);
    EXPECT_EQ(post("/large", (1 << 20) + 1, in_a_chunk), 413);
    EXPECT_EQ(post("/other", 1000, in_a_chunk), 200);
    EXPECT_EQ(post("/other", 1001, in_a_chunk), 413);
  }
}

TEST(Listener, RefusesAnAddressOfTenMegabytes) {
  RunningListener running(echoing());
  Client client(running.address());
  client.send("GET /" + std::string(10'000'000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(client.receive().status, 414);
}

TEST(Listener, LetsARefusalArriveWhileTheClientIsStillSending) {
  RunningListener running(echoing());
  for (int round = 0; round < 20; ++round) {
    Client client(running.address());
    client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n");
    client.send(std::string(4'000'000, 'b'));
    EXPECT_EQ(client.receive().status, 413);
  }
}

TEST(Listener, OutlivesClientsThatSayNothingOrHalf) {
  RunningListener running(echoing());
  for (const auto* bytes : {"", "GET", "GET / HTTP/1.1\r\nHost: x\r\n",
                            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab"}) {
    Client client(running.address());
    client.send(bytes);
    client.finish_sending();
    EXPECT_TRUE(client.is_closed_within(5s)) << bytes;
    Client gone(running.address());
    gone.send(bytes);
    gone.abort();
  }
  EXPECT_EQ(Client(running.address()).get("/").status, 200);
}

TEST(Listener, AnswersAClientThatHasFinishedSending) {
  RunningListener running(echoing());
  Client client(running.address());
  client.send("GET /half HTTP/1.1\r\nHost: x\r\n\r\n");
  client.finish_sending();
  EXPECT_EQ(client.receive().body, "GET /half ");
  EXPECT_TRUE(client.is_closed_within(5s));
}

TEST(Listener, AnswersPipelinedRequestsInOrder) {
  RunningListener running(echoing(), {}, 4);
  Client client(running.address());
  client.send(
      "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n"
      "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
      "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      "GET /4 HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(client.receive().body, "GET /1 ");
  EXPECT_EQ(client.receive().body, "POST /2 abc");
  const auto last = client.receive();
  EXPECT_EQ(last.body, "ok");
  EXPECT_TRUE(last.has("\r\nConnection: close\r\n"));
  EXPECT_TRUE(client.is_closed_within(5s));
}

TEST(Listener, AnswersAFewThousandPipelinedRequests) {
  RunningListener running(echoing());
  Client client(running.address());
  constexpr int many = 2000;
  std::thread sender([&] {
    for (int i = 0; i < many; ++i) client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  });
  int answered = 0;
  while (answered < many && client.receive().status == 200) ++answered;
  sender.join();
  EXPECT_EQ(answered, many);
}

TEST(Listener, TakesBodiesWholeAndInChunks) {
  RunningListener running(echoing());
  Client client(running.address());
  client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
  std::this_thread::sleep_for(20ms);
  client.send("2\r\nde\r\n0\r\n\r\n");
  EXPECT_EQ(client.receive().body, "POST / abcde");
  const std::string largest(64 * 1024, 'b');
  client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n" + largest);
  EXPECT_EQ(client.receive().body, "POST / " + largest);
}

TEST(Listener, TellsAClientThatAsksFirstToGoOn) {
  RunningListener running(echoing());
  Client client(running.address());
  client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100);
  client.send("ab");
  EXPECT_EQ(client.receive().body, "POST / ab");
  client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 999999\r\n\r\n");
  EXPECT_EQ(client.receive().status, 413);
}

TEST(Listener, AnswersAHeadWithoutItsBody) {
  RunningListener running(echoing());
  Client client(running.address());
  client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.has("\r\nContent-Length: 7\r\n"));
  EXPECT_EQ(client.get("/next").body, "GET /next ");
}

TEST(Listener, Sends204And304WithoutABody) {
  RunningListener running(echoing());
  Client client(running.address());
  for (const auto& [path, status] : {std::pair{"/nothing", 204}, std::pair{"/same", 304}}) {
    const auto answer = client.get(path);
    EXPECT_EQ(answer.status, status);
    EXPECT_FALSE(answer.has("Content-Length")) << path;
  }
  EXPECT_EQ(client.get("/next").body, "GET /next ");
}

TEST(Listener, ClosesWhenAskedToAndAfterHttp10) {
  RunningListener running(echoing());
  for (const auto* bytes :
       {"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
    Client client(running.address());
    client.send(bytes);
    EXPECT_TRUE(client.receive().has("\r\nConnection: close\r\n")) << bytes;
    EXPECT_TRUE(client.is_closed_within(5s)) << bytes;
  }
  Client client(running.address());
  client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  EXPECT_TRUE(client.receive().has("\r\nConnection: keep-alive\r\n"));
  EXPECT_EQ(client.get("/next").status, 200);
}

TEST(Listener, SendsALargeBodyToASlowReader) {
  RunningListener running(echoing());
  Client client(running.address());
  client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(client.receive().body.size(), std::size_t{8 << 20});
  EXPECT_EQ(client.get("/next").status, 200);
}

TEST(Listener, TurnsWhatAHandlerThrowsIntoA500AndReportsIt) {
  std::mutex mutex;
  std::vector<std::string> reported;
  auto service = echoing();
  service.report = [&](std::string_view what) {
    const std::lock_guard lock(mutex);
    reported.emplace_back(what);
  };
  RunningListener running(service);
  Client client(running.address());
  for (const auto* path : {"/throws", "/throws-a-number", "/at-once-throws"}) {
    const auto answer = client.get(path);
    EXPECT_EQ(answer.status, 500) << path;
    EXPECT_EQ(nlohmann::json::parse(answer.body)["code"], "internal");
    EXPECT_EQ(answer.body.find("fire"), std::string::npos) << "what was thrown is not the client's business";
  }
  EXPECT_EQ(client.get("/next").status, 200);
  const std::lock_guard lock(mutex);
  EXPECT_EQ(reported,
            (std::vector<std::string>{"the disk is on fire", "an exception of unknown type", "at once"}));
}

TEST(Listener, EndsWithWhatAWorkerThrewWhenItCouldNotBegin) {
  Listener listener(parse_endpoint("127.0.0.1:0"), {}, 2, {.at_once = {}, .worker = []() -> Handle {
                                                             throw Error(ErrorKind::not_found, "no archive");
                                                           }});
  EXPECT_THROW(listener.run(), Error);
}

TEST(Listener, ListensOnIpv6) {
  std::unique_ptr<RunningListener> running;
  try {
    running = std::make_unique<RunningListener>(echoing(), Limits{}, 1, "[::1]:0");
  } catch (const Error&) {
    GTEST_SKIP() << "no IPv6 here";
  }
  EXPECT_TRUE(running->address().starts_with("http://[::1]:"));
}

TEST(Listener, SaysThatAPortIsTaken) {
  RunningListener running(echoing());
  const auto taken = running.address().substr(std::string("http://").size());
  EXPECT_THROW(Listener(parse_endpoint(taken), {}, 1, echoing()), Error);
}

class UnixSocket : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "morgue-XXXXXX").string();
    ASSERT_TRUE(mkdtemp(name.data()));
    directory_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }
  std::filesystem::path path() const { return directory_ / "socket"; }
  std::string endpoint() const { return "unix:" + path().string(); }

 private:
  std::filesystem::path directory_;
};

TEST_F(UnixSocket, IsServedAndRemovedAtTheEnd) {
  {
    RunningListener running(echoing(), {}, 1, endpoint());
    EXPECT_EQ(running.address(), endpoint());
    EXPECT_EQ(Client(endpoint()).get("/").status, 200);
  }
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(UnixSocket, ReplacesAFileThatNobodyListensOn) {
  {
    const int left_behind = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    std::strncpy(place.sun_path, path().c_str(), sizeof(place.sun_path) - 1);
    ASSERT_EQ(::bind(left_behind, reinterpret_cast<const sockaddr*>(&place), sizeof(place)), 0);
    ::close(left_behind);
  }
  RunningListener running(echoing(), {}, 1, endpoint());
  EXPECT_EQ(Client(endpoint()).get("/").status, 200);
}

TEST_F(UnixSocket, IsNotTakenFromALivingServerNorFromAFile) {
  {
    RunningListener running(echoing(), {}, 1, endpoint());
    EXPECT_THROW(Listener(parse_endpoint(endpoint()), {}, 1, echoing()), Error);
    EXPECT_EQ(Client(endpoint()).get("/").status, 200);
  }
  std::ofstream(path()) << "a file of somebody's";
  EXPECT_THROW(Listener(parse_endpoint(endpoint()), {}, 1, echoing()), Error);
  EXPECT_TRUE(std::filesystem::exists(path()));
}

}  // namespace
}  // namespace morgue::http
