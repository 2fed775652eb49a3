// SPDX-License-Identifier: GPL-3.0-or-later
// http_load PORT CONNECTIONS SECONDS QUERIES: so many connections to 127.0.0.1:PORT, each asking for the next
// of the targets (a line each, "/v1/search?q=…") as soon as it has its answer. One thread. Prints one JSON
// object: answers by status, good ones a second, their latency in milliseconds.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Connection {
  int socket = -1;
  std::string received = {};
  Clock::time_point asked = {};
};

struct Load {
  sockaddr_in place{};
  std::vector<std::string> requests;
  std::size_t next = 0;
  int epoll = ::epoll_create1(0);
  std::map<int, std::uint64_t> statuses;  // 0: the connection broke
  std::vector<double> latencies;          // of answers with status 200, in milliseconds

  void open(Connection& connection) {
    connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(connection.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
    if (::connect(connection.socket, reinterpret_cast<const sockaddr*>(&place), sizeof(place)) != 0)
      throw std::runtime_error(std::string("cannot connect: ") + std::strerror(errno));
    ::fcntl(connection.socket, F_SETFL, O_NONBLOCK);
    epoll_event wanted{};
    wanted.events = EPOLLIN;
    wanted.data.ptr = &connection;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, connection.socket, &wanted);
    ask(connection);
  }

  void ask(Connection& connection) {
    const auto& request = requests[next++ % requests.size()];
    connection.asked = Clock::now();
    if (::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL) < 0) reopen(connection);
  }

  void reopen(Connection& connection) {
    ++statuses[0];
    ::close(connection.socket);
    connection.received.clear();
    open(connection);
  }

  void read(Connection& connection) {
    std::array<char, 64 * 1024> bytes;
    const auto count = ::recv(connection.socket, bytes.data(), bytes.size(), 0);
    if (count < 0 && errno == EAGAIN) return;
    if (count <= 0) return reopen(connection);
    connection.received.append(bytes.data(), static_cast<std::size_t>(count));
    const auto head = connection.received.find("\r\n\r\n");
    if (head == std::string::npos) return;
    const auto length = connection.received.find("Content-Length: ");
    if (connection.received.size() < head + 4 + std::stoul(connection.received.substr(length + 16))) return;
    take_answer(connection);
    ask(connection);
  }

  void take_answer(Connection& connection) {
    const int status = std::stoi(connection.received.substr(9, 3));
    ++statuses[status];
    if (status == 200)
      latencies.push_back(std::chrono::duration<double, std::milli>(Clock::now() - connection.asked).count());
    connection.received.clear();
  }

  void run(std::chrono::seconds time) {
    std::array<epoll_event, 256> ready;
    for (const auto end = Clock::now() + time; Clock::now() < end;) {
      const int count = ::epoll_wait(epoll, ready.data(), ready.size(), 100);
      for (int i = 0; i < count; ++i)
        read(*static_cast<Connection*>(ready[static_cast<std::size_t>(i)].data.ptr));
    }
  }

  double latency(double part) {
    if (latencies.empty()) return 0;
    std::sort(latencies.begin(), latencies.end());
    return latencies[std::min(latencies.size() - 1,
                              static_cast<std::size_t>(part * static_cast<double>(latencies.size())))];
  }
};

std::vector<std::string> requests_of(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> requests;
  for (std::string target; std::getline(file, target);)
    if (!target.empty()) requests.push_back("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
  if (requests.empty()) throw std::runtime_error(std::string("no targets in ") + path);
  return requests;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) throw std::runtime_error("http_load PORT CONNECTIONS SECONDS QUERIES");
  Load load;
  load.place.sin_family = AF_INET;
  load.place.sin_port = htons(static_cast<std::uint16_t>(std::atoi(argv[1])));
  load.place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  load.requests = requests_of(argv[4]);
  std::deque<Connection> connections(static_cast<std::size_t>(std::atoi(argv[2])));
  const auto begin = Clock::now();
  for (auto& connection : connections) load.open(connection);
  load.run(std::chrono::seconds(std::atoi(argv[3])));
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  nlohmann::ordered_json told;
  for (const auto& [status, count] : load.statuses) told["statuses"][std::to_string(status)] = count;
  told["good_a_second"] = static_cast<double>(load.latencies.size()) / seconds;
  told["p50_ms"] = load.latency(.5);
  told["p99_ms"] = load.latency(.99);
  std::cout << told.dump() << "\n";
  return 0;
} catch (const std::exception& failure) {
  std::cerr << failure.what() << "\n";
  return 2;
}
