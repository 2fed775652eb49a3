// SPDX-License-Identifier: GPL-3.0-or-later
// Targets, problems and response heads as values.
#include "server/http/message.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "common/error.h"
#include "server/http/response_head.h"

namespace morgue::http {
namespace {

constexpr std::size_t most = 64;

TEST(Target, IsAPathAndItsParametersInOrder) {
  EXPECT_EQ(parse_target("/v1/search?q=lavrov+troops&person=Sergey%20Lavrov&q=2", most),
            (Target{"/v1/search", {{"q", "lavrov troops"}, {"person", "Sergey Lavrov"}, {"q", "2"}}}));
}

TEST(Target, IsTakenAsPeopleWriteIt) {
  const struct {
    const char* target;
    Target understood;
  } rows[] = {
      {"/", {"/", {}}},
      {"/?", {"/", {}}},
      {"/?&&", {"/", {}}},
      {"/?q", {"/", {{"q", ""}}}},
      {"/?=x", {"/", {{"", "x"}}}},
      {"/?q=a=b", {"/", {{"q", "a=b"}}}},
      {"/?q=a?b", {"/", {{"q", "a?b"}}}},
      {"/?q=a|b", {"/", {{"q", "a|b"}}}},
      {"/?q=\"a\"", {"/", {{"q", "\"a\""}}}},
      {"/?q=[a]{b}^`<>\\", {"/", {{"q", "[a]{b}^`<>\\"}}}},
      {"/?q=100%", {"/", {{"q", "100%"}}}},
      {"/?q=100%+off", {"/", {{"q", "100% off"}}}},
      {"/?q=%zz%4", {"/", {{"q", "%zz%4"}}}},
      {"/?q=%2", {"/", {{"q", "%2"}}}},
      {"/?q=%2B+%2b", {"/", {{"q", "+ +"}}}},
      {"/?q=%26%3D%25", {"/", {{"q", "&=%"}}}},
      {"/?q=%2541", {"/", {{"q", "%41"}}}},
      {"/?q=Zürich", {"/", {{"q", "Zürich"}}}},
      {"/?q=Z%C3%BCrich", {"/", {{"q", "Zürich"}}}},
      {"/?q=Z%c3\xbcrich", {"/", {{"q", "Zürich"}}}},
      {"/?q=%F0%9F%97%9E", {"/", {{"q", "🗞"}}}},
      {"/?q=a%0Ab", {"/", {{"q", "a\nb"}}}},
      {"/a+b", {"/a+b", {}}},
      {"/v1/articles/a%2Fb", {"/v1/articles/a/b", {}}},
      {"/a...b/.c/..d/e..", {"/a...b/.c/..d/e..", {}}},
      {"//twice//", {"//twice//", {}}},
      {"http://example.org/v1/search?q=x", {"/v1/search", {{"q", "x"}}}},
      {"HTTP://example.org", {"/", {}}},
      {"https://example.org?q=x", {"/", {{"q", "x"}}}},
      {"*", {"*", {}}},
  };
  for (const auto& [target, understood] : rows) EXPECT_EQ(parse_target(target, most), understood) << target;
}

TEST(Target, RefusesWhatIsNotTextOrLeadsElsewhere) {
  for (const auto* target : {"",
                             "search",
                             "?q=x",
                             "example.org:443",
                             "ftp://example.org/",
                             "/%00",
                             "/?q=%00",
                             "/?%00=q",
                             "/?q=%FF",
                             "/?q=\xff",
                             "/?q=%C0%AF",         // overlong
                             "/?q=%E0%80%AF",      // overlong
                             "/?q=%ED%A0%80",      // a surrogate
                             "/?q=%F4%90%80%80",   // beyond U+10FFFF
                             "/?q=%C3",            // cut off
                             "/%C0%AE%C0%AE/etc",  // overlong dots
                             "/..",
                             "/../etc/passwd",
                             "/a/../b",
                             "/a/%2e%2e/b",
                             "/a%2F..%2Fb",
                             "/./a",
                             "/a/.",
                             "/a%0Ab",
                             "/a%7Fb",
                             "http://example.org/.."})
    EXPECT_THROW(parse_target(target, most), Error) << target;
}

TEST(Target, TakesAsManyParametersAsItIsAllowed) {
  std::string target = "/?";
  for (std::size_t i = 0; i < most; ++i) target += "a=1&";
  EXPECT_EQ(parse_target(target, most).parameters.size(), most);
  EXPECT_THROW(parse_target(target + "a=1", most), Error);
}

TEST(Target, IsParsedOrRefusedWhateverTheBytes) {
  std::mt19937 random(1);
  const std::string pieces[] = {"/",   "?",   "&", "=",  "%", "%4", "%41", "%00",
                                "%C3", "%BC", "+", "..", ".", "a",  "ü",   "\xff"};
  for (int round = 0; round < 20'000; ++round) {
    std::string target = "/";
    for (auto left = random() % 12; left > 0; --left) target += pieces[random() % std::size(pieces)];
    try {
      const auto [path, parameters] = parse_target(target, most);
      EXPECT_TRUE(path.starts_with('/')) << target;
      EXPECT_EQ(path.find('\0'), std::string::npos) << target;
      EXPECT_EQ((path + "/").find("/../"), std::string::npos) << target;
      for (const auto& [name, value] : parameters)
        EXPECT_NO_THROW(nlohmann::json({name, value}).dump()) << target;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::bad_input) << target;
    }
  }
}

TEST(Parameters, OfAFormAreReadAsThoseOfATarget) {
  EXPECT_EQ(parse_parameters("q=a+b&x=%26", most), (Parameters{{"q", "a b"}, {"x", "&"}}));
  EXPECT_EQ(parse_parameters("", most), Parameters{});
}

TEST(Headers, AreFoundInAnyCaseOfLetters) {
  const Headers headers{{"Content-Type", "text/plain"}, {"content-type", "second"}};
  ASSERT_TRUE(find_header(headers, "CONTENT-type"));
  EXPECT_EQ(*find_header(headers, "CONTENT-type"), "text/plain");
  EXPECT_FALSE(find_header(headers, "Content-Typ"));
  EXPECT_FALSE(find_header(headers, "Content-Type2"));
}

TEST(Problem, IsAnRfc9457BodyThatLeavesOutWhatIsEmpty) {
  const auto response = to_response({.status = 400,
                                     .code = "bad_parameter",
                                     .detail = "limit is not a number: ten",
                                     .hint = "try limit=10",
                                     .parameter = "limit",
                                     .position = 3});
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(*response.header("Content-Type"), "application/problem+json");
  EXPECT_EQ(nlohmann::json::parse(response.body), nlohmann::json::parse(R"({
    "type": "about:blank", "title": "Bad Request", "status": 400, "code": "bad_parameter",
    "detail": "limit is not a number: ten", "parameter": "limit", "position": 3, "hint": "try limit=10"})"));
  EXPECT_EQ(nlohmann::json::parse(to_response({.status = 404}).body),
            nlohmann::json::parse(R"({"type": "about:blank", "title": "Not Found", "status": 404})"));
}

TEST(Problem, CanQuoteBytesThatAreNotUtf8) {
  EXPECT_TRUE(nlohmann::json::accept(to_response({.detail = "\xff\xc0"}).body));
}

TEST(Problem, SaysWhenToComeBack) {
  EXPECT_EQ(*to_response({.status = 503, .retry_after = 7}).header("Retry-After"), "7");
  EXPECT_FALSE(to_response({.status = 503}).header("Retry-After"));
}

constexpr std::time_t in_1994 = 784'111'777;

TEST(ResponseHead, HasTheHeadersOfEveryResponse) {
  EXPECT_EQ(
      response_head({200, {{"Content-Type", "text/plain"}}, "four"}, false, Framing::length, true, in_1994),
      "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nConnection: "
      "keep-alive\r\nContent-Length: 4\r\n"
      "X-Content-Type-Options: nosniff\r\nContent-Type: text/plain\r\n\r\n");
}

TEST(ResponseHead, IsNotOverruledAboutFraming) {
  const auto head = response_head(
      {200, {{"content-length", "9"}, {"Transfer-Encoding", "chunked"}, {"Connection", "x"}}, "four"}, false,
      Framing::length, false, in_1994);
  EXPECT_NE(head.find("Content-Length: 4\r\n"), std::string::npos);
  EXPECT_NE(head.find("Connection: close\r\n"), std::string::npos);
  EXPECT_EQ(head.find("chunked"), std::string::npos);
  EXPECT_EQ(head.find("9\r\n"), std::string::npos);
}

TEST(ResponseHead, OfAnAnswerWithoutBodyTellsOnlyALengthThatIsKnown) {
  const auto length_of = [](const Response& response, bool to_head) {
    const auto head = response_head(response, to_head, Framing::length, true, in_1994);
    const auto at = head.find("Content-Length: ");
    return at == std::string::npos ? "none" : head.substr(at + 16, head.find('\r', at) - at - 16);
  };
  EXPECT_EQ(length_of({200, {}, "four"}, true), "4");
  EXPECT_EQ(length_of({200, {{"Content-Length", "9"}}, ""}, true), "9");
  EXPECT_EQ(length_of({204, {}, ""}, false), "none");
  EXPECT_EQ(length_of({304, {}, ""}, false), "none");
  EXPECT_EQ(length_of({304, {{"Content-Length", "9"}}, ""}, false), "9");
}

TEST(ResponseHead, KeepsAValueOnItsLine) {
  const auto head = response_head({303, {{"Location", "/x\r\nSet-Cookie: a=b"}}, ""}, false, Framing::length,
                                  true, in_1994);
  EXPECT_EQ(head.find("\r\nSet-Cookie"), std::string::npos);
  EXPECT_NE(head.find("Location: /x  Set-Cookie: a=b\r\n"), std::string::npos);
}

}  // namespace
}  // namespace morgue::http
