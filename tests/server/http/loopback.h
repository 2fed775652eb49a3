// SPDX-License-Identifier: GPL-3.0-or-later
// A listener running in the test, and a client that sends raw bytes to it and waits a bounded time for what
// comes back.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <future>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "server/http/listener.h"

namespace morgue::http {

using namespace std::chrono_literals;

/// Runs until it goes out of scope.
class RunningListener {
 public:
  explicit RunningListener(Service service, const Limits& limits = {}, unsigned workers = 2,
                           const std::string& endpoint = "127.0.0.1:0")
      : listener_(parse_endpoint(endpoint), limits, workers, std::move(service)),
        ended_(std::async(std::launch::async, [this] { listener_.run(); })) {}
  ~RunningListener() {
    listener_.stop();
    ended_.wait();
  }

  Listener& listener() { return listener_; }
  bool ends_within(std::chrono::milliseconds time) {
    return ended_.wait_for(time) == std::future_status::ready;
  }
  std::string address() const { return listener_.address(); }

 private:
  Listener listener_;
  std::future<void> ended_;
};

struct Answer {
  int status = 0;  // 0: the connection ended before there was one
  std::string head;
  std::string body;

  bool has(std::string_view header_line) const { return head.find(header_line) != std::string::npos; }
};

class Client {
 public:
  /// To "http://127.0.0.1:PORT" or "unix:/path".
  explicit Client(const std::string& address) {
    if (address.starts_with("unix:")) {
      sockaddr_un place{};
      place.sun_family = AF_UNIX;
      std::strncpy(place.sun_path, address.c_str() + 5, sizeof(place.sun_path) - 1);
      connect_to(AF_UNIX, place);
    } else {
      sockaddr_in place{};
      place.sin_family = AF_INET;
      place.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1))));
      place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      connect_to(AF_INET, place);
    }
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool is_connected() const { return connected_; }

  /// False when the other side is gone.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  void finish_sending() { ::shutdown(socket_, SHUT_WR); }

  /// Leaves with a reset.
  void abort() {
    const linger at_once{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
    ::close(std::exchange(socket_, -1));
  }

  /// The next answer; its body is as long as Content-Length says unless the request was a HEAD.
  Answer receive(bool to_head = false, std::chrono::milliseconds patience = 10s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    std::size_t end = std::string::npos;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos)
      if (!receive_more(until)) return {};
    Answer answer{std::stoi(received_.substr(9, 3)), received_.substr(0, end + 4), ""};
    received_.erase(0, end + 4);
    const auto length_at = answer.head.find("Content-Length: ");
    const std::size_t length =
        to_head || length_at == std::string::npos ? 0 : std::stoul(answer.head.substr(length_at + 16));
    while (received_.size() < length)
      if (!receive_more(until)) return {};
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
    return answer;
  }

  /// The next answer, with its chunks put together; status 0 where it breaks off.
  Answer receive_stream(std::chrono::milliseconds patience = 30s) {
    const auto until = std::chrono::steady_clock::now() + patience;
    Answer answer = receive(true);
    for (;;) {
      std::size_t end = std::string::npos;
      while ((end = received_.find("\r\n")) == std::string::npos)
        if (!receive_more(until)) return {};
      const std::size_t size = std::stoul(received_.substr(0, end), nullptr, 16);
      while (received_.size() < end + 2 + size + 2)
        if (!receive_more(until)) return {};
      answer.body.append(received_, end + 2, size);
      received_.erase(0, end + 2 + size + 2);
      if (size == 0) return answer;
    }
  }

  Answer get(const std::string& target) {
    send("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    return receive();
  }

  /// Whether the other side closes, with nothing more to say.
  bool is_closed_within(std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (receive_more(until)) {
    }
    return received_.empty() && ended_;
  }

  /// What has come and belongs to no answer yet.
  const std::string& rest() const { return received_; }

 private:
  template <typename Place>
  void connect_to(int family, const Place& place) {
    socket_ = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&place), sizeof(place)) == 0;
  }

  bool receive_more(std::chrono::steady_clock::time_point until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now())
            .count();
    pollfd wanted{socket_, POLLIN, 0};
    if (left <= 0 || ::poll(&wanted, 1, static_cast<int>(left)) <= 0) return false;
    char bytes[16 * 1024];
    const auto count = ::recv(socket_, bytes, sizeof(bytes), 0);
    ended_ = count <= 0;
    if (count > 0) received_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  int socket_ = -1;
  bool connected_ = false;
  bool ended_ = false;
  std::string received_;
};

}  // namespace morgue::http
