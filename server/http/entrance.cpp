// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/entrance.h"

#include <chrono>
#include <filesystem>
#include <utility>

namespace morgue::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr std::chrono::milliseconds pause_without_descriptors{100};

bool is_out_of_descriptors(error_code failure) {
  return failure == asio::error::no_descriptors ||
         failure == boost::system::errc::too_many_files_open_in_system ||
         failure == asio::error::no_buffer_space || failure == asio::error::no_memory;
}

}  // namespace

Entrance::Entrance(asio::io_context& io, const Endpoint& endpoint)
    : endpoint_(endpoint),
      io_(io),
      acceptor_(open_acceptor(io, endpoint)),
      address_(address_of(acceptor_, endpoint)),
      pause_(io) {}

void Entrance::take_one(std::function<void(Socket)> taken) {
  if (is_waiting_ || !acceptor_.is_open()) return;
  is_waiting_ = true;
  acceptor_.async_accept([this, taken = std::move(taken)](error_code failure, Socket socket) mutable {
    if (is_out_of_descriptors(failure)) return pause(std::move(taken));
    is_waiting_ = false;
    taken(std::move(socket));
  });
}

void Entrance::pause(std::function<void(Socket)> taken) {
  pause_.expires_after(pause_without_descriptors);
  pause_.async_wait([this, taken = std::move(taken)](error_code) {
    is_waiting_ = false;
    taken(Socket(io_));
  });
}

void Entrance::close() {
  error_code ignored;
  acceptor_.close(ignored);
  pause_.cancel();
  std::error_code gone_already;
  if (endpoint_.is_unix()) std::filesystem::remove(endpoint_.socket_path, gone_already);
}

}  // namespace morgue::http
