// SPDX-License-Identifier: GPL-3.0-or-later
// Endpoints as text and back.
#include "server/http/endpoint.h"

#include <gtest/gtest.h>

#include "common/error.h"

namespace morgue::http {
namespace {

TEST(Endpoint, ComesBackAsTheSameText) {
  for (const auto* text :
       {"127.0.0.1:8080", "0.0.0.0:0", "[::1]:65535", "unix:/run/morgue.sock", "unix:here"})
    EXPECT_EQ(to_text(parse_endpoint(text)), text);
}

TEST(Endpoint, HasItsParts) {
  EXPECT_EQ(parse_endpoint("[::1]:80"), (Endpoint{"::1", 80, ""}));
  EXPECT_EQ(parse_endpoint("localhost:8080"), (Endpoint{"127.0.0.1", 8080, ""}));
  EXPECT_EQ(parse_endpoint("unix:/a:1"), (Endpoint{"", 0, "/a:1"}));
}

TEST(Endpoint, RefusesWhatIsNotAnAddressWithAPort) {
  for (const std::string& text :
       {std::string(), std::string("8080"), std::string(":8080"), std::string("127.0.0.1"),
        std::string("127.0.0.1:"), std::string("127.0.0.1:http"), std::string("127.0.0.1:-1"),
        std::string("127.0.0.1:65536"), std::string("127.0.0.1:80 "), std::string("127.0.0.256:80"),
        std::string("::1:80"), std::string("[::1]"), std::string("[::g]:80"), std::string("[]:80"),
        std::string("example.org:80"), std::string("unix:"), "unix:/" + std::string(200, 'x')})
    EXPECT_THROW(parse_endpoint(text), Error) << text;
}

}  // namespace
}  // namespace morgue::http
