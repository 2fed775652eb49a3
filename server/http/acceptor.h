// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the listening socket of an Endpoint: TCP or Unix. Knows nothing of HTTP.
#pragma once

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/io_context.hpp>
#include <string>

#include "server/http/endpoint.h"

namespace morgue::http {

using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;

/// Throws Error(usage). A socket file that nobody listens on is replaced.
Acceptor open_acceptor(boost::asio::io_context&, const Endpoint&);

/// "http://127.0.0.1:8080" or "unix:/path": where it can be reached, with the real port.
std::string address_of(const Acceptor&, const Endpoint&);

}  // namespace morgue::http
