// SPDX-License-Identifier: GPL-3.0-or-later
// Request, Response and Problem: what travels between the listener and the routes, as values. Knows no
// sockets and no routes.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::http {

/// In the order given; a name may come more than once.
using Parameters = std::vector<std::pair<std::string, std::string>>;
using Headers = std::vector<std::pair<std::string, std::string>>;

/// The value of the first header of that name, in any case of letters; nullptr where there is none.
const std::string* find_header(const Headers&, std::string_view name);

/// "Vary: Origin" and the value Accept-Encoding become "Vary: Origin, Accept-Encoding".
void add_to_list(Headers&, std::string_view name, std::string_view value);

/// Equal but for the case of ASCII letters.
bool same_token(std::string_view, std::string_view);

struct Request {
  std::string method;
  std::string target;     // as it came
  std::string path;       // decoded; UTF-8 from "/" on, without control characters, "." and ".."; or "*"
  Parameters parameters;  // decoded; UTF-8 without NUL
  Headers headers;        // lines of one name are joined by ", "
  std::string body;
  std::string client = {};   // its address; empty on a Unix socket
  std::size_t entrance = 0;  // the listener's endpoint by which it came
  /// Set when the client has left: the answer is for nobody. Only while the request is worked on.
  const std::atomic<bool>* is_abandoned = nullptr;

  const std::string* header(std::string_view name) const { return find_header(headers, name); }
  /// "" where there is no such header.
  std::string_view header_text(std::string_view name) const;
  bool operator==(const Request&) const = default;
};

/// The listener adds Date, Connection, Content-Length and X-Content-Type-Options, and leaves the body away
/// for HEAD, 204 and 304. A Content-Length given here counts only where the body is left away.
struct Response {
  int status = 200;
  Headers headers = {};
  std::string body = {};
  /// For what is made while it is sent; `body` is sent before it. Called on the worker that answered, turn by
  /// turn, the next when the last is written: appends at most about 32 KB, false when that was the last.
  /// Destroyed there too, early where the client leaves. What it throws ends the connection, so that what
  /// came is seen to be cut.
  std::function<bool(std::string& chunk)> more = {};

  const std::string* header(std::string_view name) const { return find_header(headers, name); }
};

/// Takes the first turn of `more`, whose exceptions can still become an answer of their own; what is short is
/// then no stream at all.
void begin_stream(Response&);

/// Answers requests; what it throws becomes a 500.
using Handle = std::function<Response(const Request&)>;

/// An error as clients see it (RFC 9457). What is empty is not shown.
struct Problem {
  int status = 500;
  std::string code = {};    // stable, for programs: "queue_full"
  std::string detail = {};  // what is wrong
  std::string hint = {};    // what to do next
  std::string parameter = {};
  std::optional<std::size_t> position = {};  // in code points of the parameter
  std::optional<unsigned> retry_after = {};  // seconds; becomes the Retry-After header

  bool operator==(const Problem&) const = default;
};

/// application/problem+json: type, title, status, code, detail, parameter, position, hint.
Response to_response(const Problem&);

/// "Not Found" for 404; "Unknown" for a status that is not in the table.
std::string_view reason_phrase(int status);

struct Target {
  std::string path;
  Parameters parameters;
  bool operator==(const Target&) const = default;
};

/// A request target in origin form, absolute form or "*". Lenient in what browsers and people write (`|`,
/// `"`, `[`, `{`, raw UTF-8, a lone `%`). Throws Error(bad_input) for NUL, for what is not UTF-8 once
/// decoded, for "." and ".." in the path, and for more than `most` parameters.
Target parse_target(std::string_view target, std::size_t most);

/// `a=1&b=x+y`, as in a target or the body of a form. Throws as parse_target does.
Parameters parse_parameters(std::string_view text, std::size_t most);

}  // namespace morgue::http
