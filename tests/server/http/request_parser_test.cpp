// SPDX-License-Identifier: GPL-3.0-or-later
// The request parser on bytes, in one piece and in many.
#include "server/http/request_parser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/server/http/hostile_requests.h"

namespace morgue::http {
namespace {

const Limits limits;

/// Feeds as a connection would: what was left comes again with `portion` more bytes behind it. Returns what
/// is left.
std::string feed(RequestParser& parser, std::string_view bytes, std::size_t portion) {
  std::string waiting;
  while (!parser.done() && !parser.problem()) {
    const std::size_t used = waiting.empty() ? 0 : parser.feed(waiting);
    if (parser.header_done()) parser.limit_body(limits.body_bytes);
    waiting.erase(0, used);
    if (used > 0) continue;
    if (bytes.empty()) break;
    waiting += bytes.substr(0, portion);
    bytes.remove_prefix(std::min(portion, bytes.size()));
  }
  return waiting.append(bytes);
}

TEST(RequestParser, ReadsARequestInPiecesOfAnySize) {
  const std::string bytes =
      "POST /v1/batch?a=b HTTP/1.1\r\nHost: x\r\nAccept: a\r\naccept: b\r\nTransfer-Encoding: chunked\r\n\r\n"
      "5;note=\"x\"\r\nhello\r\n1\r\n \r\n5\r\nworld\r\n0\r\nHost: trailer\r\n\r\n";
  for (std::size_t portion = 1; portion <= bytes.size(); ++portion) {
    RequestParser parser(limits);
    EXPECT_EQ(feed(parser, bytes, portion), "") << portion;
    ASSERT_TRUE(parser.done()) << portion;
    EXPECT_TRUE(parser.keep_alive());
    EXPECT_EQ(parser.take(), (Request{"POST",
                                      "/v1/batch?a=b",
                                      "/v1/batch",
                                      {{"a", "b"}},
                                      {{"Host", "x"}, {"Accept", "a, b"}, {"Transfer-Encoding", "chunked"}},
                                      "hello world"}))
        << portion;
  }
}

TEST(RequestParser, LeavesTheNextRequestAlone) {
  const std::string first = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
  const std::string second = "GET /2 HTTP/1.1\r\nHost: x\r\n\r\n";
  for (const std::size_t portion : {1U, 7U, 1000U}) {
    RequestParser parser(limits);
    EXPECT_EQ(feed(parser, first + second, portion), second) << portion;
    EXPECT_EQ(parser.take().body, "abc");
  }
}

TEST(RequestParser, TakesAnEmptyChunkedBodyByteForByte) {
  RequestParser parser(limits);
  feed(parser, "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 1);
  EXPECT_TRUE(parser.done());
}

TEST(RequestParser, OverlooksOneBlankLineBeforeARequest) {
  for (const std::size_t portion : {1U, 2U, 1000U}) {
    RequestParser parser(limits);
    feed(parser, "\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", portion);
    EXPECT_TRUE(parser.done()) << portion;
  }
}

TEST(RequestParser, KnowsWhetherTheConnectionGoesOn) {
  const struct {
    const char* bytes;
    bool goes_on;
  } rows[] = {
      {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", true},
      {"GET / HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n", false},
      {"GET / HTTP/1.0\r\n\r\n", false},
      {"GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", true},
  };
  for (const auto& [bytes, goes_on] : rows) {
    RequestParser parser(limits);
    feed(parser, bytes, 1000);
    ASSERT_TRUE(parser.done()) << bytes;
    EXPECT_EQ(parser.keep_alive(), goes_on) << bytes;
  }
}

TEST(RequestParser, TakesAHeaderAndABodyOfExactlyTheLimit) {
  std::string bytes = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\nX: ";
  bytes += std::string(limits.header_bytes - bytes.size() - 4, 'x') + "\r\n\r\n";
  ASSERT_EQ(bytes.size(), limits.header_bytes);
  bytes += std::string(limits.body_bytes, 'b');
  for (const std::size_t portion : {1000U, 100'000U}) {
    RequestParser parser(limits);
    feed(parser, bytes, portion);
    ASSERT_TRUE(parser.done()) << portion;
    EXPECT_EQ(parser.body_size(), limits.body_bytes);
  }
}

TEST(RequestParser, RefusesHostileRequestsInPiecesOfAnySize) {
  for (const auto& [what, bytes, status] : hostile_requests())
    for (const std::size_t portion : {1U, 5U, 4096U, 100'000U}) {
      RequestParser parser(limits);
      feed(parser, bytes, portion);
      EXPECT_TRUE(parser.problem()) << what << ", " << portion << " bytes at a time";
      EXPECT_EQ(parser.problem().value_or(Problem{.status = 0}).status, status)
          << what << ", " << portion << " bytes at a time";
      EXPECT_FALSE(parser.done()) << what;
    }
}

}  // namespace
}  // namespace morgue::http
