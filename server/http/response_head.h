// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes before a response's body: the one place where the headers that every response has are set.
#pragma once

#include <ctime>
#include <string>

#include "server/http/message.h"

namespace morgue::http {

/// False for HEAD, 204 and 304.
bool has_body(const Response&, bool to_head);

/// How the other side knows where the body ends.
enum class Framing { length, chunked, until_close };

/// Status line and headers, to the empty line. `to_head`: the request was a HEAD.
std::string response_head(const Response&, bool to_head, Framing, bool keep_alive, std::time_t now);

/// What comes before `size` bytes of a chunk.
std::string chunk_head(std::size_t size);

/// "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110 5.6.7), in any locale.
std::string http_date(std::time_t);

}  // namespace morgue::http
