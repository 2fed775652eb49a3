// SPDX-License-Identifier: GPL-3.0-or-later
// Requests that must be refused, and how: shown to the parser alone and to a listener over a socket.
#pragma once

#include <string>
#include <vector>

namespace morgue::http {

/// All of them end where the parser must have seen enough, even when they come byte for byte: after a bad
/// request line it goes on to the empty line before it looks again.
struct HostileRequest {
  std::string what;
  std::string bytes;
  int status;
};

inline std::vector<HostileRequest> hostile_requests() {
  using namespace std::string_literals;
  const auto get = [](const std::string& target) { return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"; };
  const auto with = [](const std::string& headers) {
    return "GET / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
  };
  const auto post = [](const std::string& rest) { return "POST / HTTP/1.1\r\nHost: x\r\n" + rest; };
  std::string many_parameters = "/?";
  for (int i = 0; i < 65; ++i) many_parameters += "a=1&";
  std::string many_headers;
  for (int i = 0; i < 200; ++i) many_headers += "X-" + std::to_string(i) + ": 1\r\n";
  const std::string too_much(65 * 1024, 'b');

  return {
      {"an empty request", "\r\n\r\n", 400},
      {"garbage", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, 400},
      {"a method that is no token", "G@T / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"no method", " / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"no target", "GET  HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"HTTP/0.9", "GET /\r\n\r\n", 400},
      {"HTTP/1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 505},
      {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
      {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"a version that is none", "GET / HTTP/one\r\nHost: x\r\n\r\n", 505},
      {"bare line feeds", "GET / HTTP/1.1\nHost: x\n\r\n\r\n", 505},
      {"a space in the target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 505},
      {"NUL in the target", "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n"s, 400},
      {"%00", get("/%00"), 400},
      {"%00 in a parameter", get("/?q=%00"), 400},
      {"overlong UTF-8", get("/?q=%C0%AF"), 400},
      {"dots that climb", get("/../etc/passwd"), 400},
      {"encoded dots that climb", get("/%2e%2e/etc/passwd"), 400},
      {"a relative target", get("etc/passwd"), 400},
      {"* but not OPTIONS", get("*"), 400},
      {"CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
      {"65 parameters", get(many_parameters), 400},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two Hosts", "GET / HTTP/1.1\r\nHost: x\r\nhost: x\r\n\r\n", 400},
      {"two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: x\r\nhost: x\r\n\r\n", 400},
      {"a Host with a path", "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n", 400},
      {"a space before the colon", with("X : y\r\n"), 400},
      {"a header without a name", with(": y\r\n"), 400},
      {"a header without a colon", with("X\r\n"), 400},
      {"NUL in a header", with("X: a\0b\r\n"s), 400},
      {"a header that begins the line with a space", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400},
      {"a header over 16 KB", with("X: " + std::string(17 * 1024, 'x') + "\r\n"), 431},
      {"a header that never ends", with("X: " + std::string(64 * 1024, 'x')), 431},
      {"200 headers", with(many_headers), 431},
      {"a target over 16 KB", get("/" + std::string(17 * 1024, 'x')), 414},
      {"two different lengths", post("Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), 400},
      {"the same length twice", post("Content-Length: 1\r\nContent-Length: 1\r\n\r\na"), 400},
      {"two lengths in one line", post("Content-Length: 1, 1\r\n\r\na"), 400},
      {"a negative length", post("Content-Length: -1\r\n\r\n"), 400},
      {"a length with a plus", post("Content-Length: +1\r\n\r\na"), 400},
      {"a hexadecimal length", post("Content-Length: 0x1\r\n\r\na"), 400},
      {"an empty length", post("Content-Length:\r\n\r\n"), 400},
      {"a length beyond 64 bits", post("Content-Length: 18446744073709551616\r\n\r\n"), 400},
      {"length and encoding", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400},
      {"encoding and length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"), 400},
      {"another encoding and length", post("Transfer-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"), 400},
      {"another encoding", post("Transfer-Encoding: gzip\r\n\r\n"), 501},
      {"identity", post("Transfer-Encoding: identity\r\n\r\n"), 501},
      {"two encodings", post("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), 501},
      {"two encodings in two lines",
       post("Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 501},
      {"chunked, but not last", post("Transfer-Encoding: chunked, gzip\r\n\r\n"), 501},
      {"nearly chunked", post("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"), 501},
      {"chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
       400},
      {"chunked in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"a chunk size that is no number", post("Transfer-Encoding: chunked\r\n\r\nxyz\r\n"), 400},
      {"a negative chunk size", post("Transfer-Encoding: chunked\r\n\r\n-1\r\n"), 400},
      {"a chunk size beyond 64 bits", post("Transfer-Encoding: chunked\r\n\r\n11111111111111111\r\n"), 400},
      {"a chunk longer than its size", post("Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n"), 400},
      {"an endless chunk extension", post("Transfer-Encoding: chunked\r\n\r\n1;" + std::string(40'000, 'x')),
       400},
      {"an endless trailer", post("Transfer-Encoding: chunked\r\n\r\n0\r\nX: " + std::string(40'000, 'x')),
       400},
      {"a body that is said to be too large", post("Content-Length: 65537\r\n\r\n"), 413},
      {"a body that is too large", post("Content-Length: 66560\r\n\r\n" + too_much), 413},
      {"one chunk that is too large", post("Transfer-Encoding: chunked\r\n\r\n10400\r\n" + too_much), 413},
      {"chunks that are too large together",
       post("Transfer-Encoding: chunked\r\n\r\n8000\r\n" + std::string(0x8000, 'b') + "\r\n8001\r\n"), 413},
  };
}

}  // namespace morgue::http
