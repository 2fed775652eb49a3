// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoint ▶ listening socket.
#include "server/http/acceptor.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "common/error.h"

namespace morgue::http {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

[[noreturn]] void fail(const Endpoint& endpoint, const std::string& why, const std::string& hint) {
  throw Error(ErrorKind::usage, "cannot listen on " + to_text(endpoint) + ": " + why, hint);
}

bool somebody_listens(asio::io_context& io, const std::string& path) {
  asio::local::stream_protocol::socket probe(io);
  error_code failure;
  probe.connect(asio::local::stream_protocol::endpoint(path), failure);
  return failure != asio::error::connection_refused;
}

void make_way(asio::io_context& io, const Endpoint& endpoint) {
  std::error_code ignored;
  const auto status = std::filesystem::symlink_status(endpoint.socket_path, ignored);
  if (!std::filesystem::exists(status)) return;
  if (!std::filesystem::is_socket(status)) fail(endpoint, "the file is not a socket", "choose another path");
  if (somebody_listens(io, endpoint.socket_path))
    fail(endpoint, "another server listens on it", "stop that server or choose another path");
  std::filesystem::remove(endpoint.socket_path, ignored);
}

asio::generic::stream_protocol::endpoint to_asio(const Endpoint& endpoint) {
  if (endpoint.is_unix()) return asio::local::stream_protocol::endpoint(endpoint.socket_path);
  return asio::ip::tcp::endpoint(asio::ip::make_address(endpoint.host), endpoint.port);
}

}  // namespace

Acceptor open_acceptor(asio::io_context& io, const Endpoint& endpoint) {
  if (endpoint.is_unix()) make_way(io, endpoint);
  const auto place = to_asio(endpoint);
  Acceptor acceptor(io);
  error_code failure;
  acceptor.open(place.protocol(), failure);
  if (!failure && !endpoint.is_unix()) acceptor.set_option(Acceptor::reuse_address(true), failure);
  if (!failure) acceptor.bind(place, failure);
  if (!failure) acceptor.listen(Acceptor::max_listen_connections, failure);
  if (failure) fail(endpoint, failure.message(), "choose another port, or port 0 for any that is free");
  return acceptor;
}

std::string address_of(const Acceptor& acceptor, const Endpoint& endpoint) {
  if (endpoint.is_unix()) return to_text(endpoint);
  const auto place = acceptor.local_endpoint();
  asio::ip::tcp::endpoint found;
  std::memcpy(found.data(), place.data(), std::min(place.size(), found.capacity()));
  return "http://" + to_text({endpoint.host, found.port(), ""});
}

}  // namespace morgue::http
