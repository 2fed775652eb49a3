// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <rapidcheck/gtest.h>

namespace morgue::http {
namespace {

/// What a client has of a gzip stream that has arrived so far.
std::string unpacked(const std::string& packed, bool* ended = nullptr) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string text;
  char room[4096];
  int result = Z_OK;
  do {
    stream.next_out = reinterpret_cast<Bytef*>(room);
    stream.avail_out = sizeof(room);
    result = inflate(&stream, Z_SYNC_FLUSH);
    text.append(room, sizeof(room) - stream.avail_out);
  } while (result == Z_OK && stream.avail_out == 0);
  if (ended) *ended = result == Z_STREAM_END;
  inflateEnd(&stream);
  return text;
}

Response of_type(const std::string& type, std::string body) {
  return {.headers = {{"Content-Type", type}}, .body = std::move(body)};
}

TEST(Compress, MakesTextSmaller) {
  const std::string text(5000, 'x');
  for (const auto* type :
       {"text/html; charset=utf-8", "application/json", "text/csv", "application/problem+json"}) {
    auto response = of_type(type, text);
    compress(response, true);
    ASSERT_NE(response.header("Content-Encoding"), nullptr) << type;
    EXPECT_EQ(*response.header("Content-Encoding"), "gzip");
    EXPECT_EQ(*response.header("Vary"), "Accept-Encoding");
    EXPECT_LT(response.body.size(), 100U);
    EXPECT_EQ(unpacked(response.body), text);
  }
}

TEST(Compress, LeavesAloneWhatGainsNothing) {
  std::string noise;
  for (unsigned i = 0, x = 1; i < 3000; ++i)
    noise += static_cast<char>((x = x * 1103515245U + 12345U) >> 24U);
  for (auto [response, takes] : {std::pair{of_type("text/plain", std::string(1000, 'x')), true},
                                 std::pair{of_type("text/plain", std::string(5000, 'x')), false},
                                 std::pair{of_type("text/plain", noise), true},
                                 std::pair{of_type("image/png", std::string(5000, 'x')), true}}) {
    const auto before = response.body;
    compress(response, takes);
    EXPECT_EQ(response.body, before);
    EXPECT_EQ(response.header("Content-Encoding"), nullptr);
  }
}

TEST(Compress, AddsToAVaryThatIsThere) {
  auto response = of_type("text/plain", "x");
  response.headers.emplace_back("Vary", "Origin");
  compress(response, false);
  EXPECT_EQ(*response.header("Vary"), "Origin, Accept-Encoding");
}

RC_GTEST_PROP(Compress, BringsEveryTurnOfAStreamAtOnce, (std::string first, std::vector<std::string> parts)) {
  RC_PRE(!parts.empty());
  auto response = of_type("text/csv", first);
  response.more = [parts, at = std::size_t{0}](std::string& chunk) mutable {
    chunk += parts[at++];
    return at < parts.size();
  };
  compress(response, true);
  std::string packed = response.body;
  std::string text = first;
  RC_ASSERT(unpacked(packed) == text);
  bool ended = false;
  for (const auto& part : parts) {
    const bool goes_on = response.more(packed);
    text += part;
    RC_ASSERT(unpacked(packed, &ended) == text);
    RC_ASSERT(ended == !goes_on);
  }
  RC_ASSERT(ended);
}

}  // namespace
}  // namespace morgue::http
