// SPDX-License-Identifier: GPL-3.0-or-later
// A small archive, of which one article has the worst of intentions, and requests to it without a socket.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "server/routes.h"
#include "tests/support/articles.h"

namespace morgue::testing_support {

inline Article hostile_article() {
  auto made = article("\"><script>id</script>", "<script>alert(\"ferry\")</script> & 'ferry'",
                      "A ferry <img src=x onerror=alert(1)> & \"more\".\n\n</p><b>Ferry</b>");
  made.people = {"<b>Ann</b> \"Ferry\" O'Neil", "<i>Bo</i>"};
  made.authors = {"<u>Author</u>"};
  made.source = "<i>Wire</i> & \"Co\"";
  made.section = "\" onmouseover=\"alert(1)";
  made.tags = {"</dd><script>"};
  made.places = {"<s>Quay</s>"};
  made.url = "javascript:alert('ferry')";
  made.language = "en";
  return made;
}

inline Article plain_article() {
  auto made = article("strike-1", "Ferry strike", "The ferry is late.\n\nNobody minds.");
  made.people = {"Sergey Lavrov"};
  made.source = "The Ledger";
  made.published = "2021-07-15";
  made.other["wire_code"] = 7;
  return made;
}

class Routes : public testing::Test {
 protected:
  static http::Request request(const std::string& target, const std::string& method = "GET") {
    auto parsed = http::parse_target(target, 64);
    return {method, target, parsed.path, parsed.parameters, {}, ""};
  }

  http::Response ask(const http::Request& asked) {
    return answer(asked, searcher_, [this](std::string_view what) { reported_ += what; });
  }
  http::Response get(const std::string& target) { return ask(request(target)); }

  static std::string type_of(const http::Response& response) {
    const auto* type = response.header("Content-Type");
    return type ? *type : "";
  }

  TemporaryArchive archive_{{plain_article(), hostile_article()}};
  Searcher searcher_{archive_.directory()};
  std::string reported_;
};

}  // namespace morgue::testing_support
