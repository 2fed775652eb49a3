// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/conditional.h"

#include <gtest/gtest.h>

namespace morgue::http {
namespace {

TEST(WeakTag, IsTheSameForTheSamePartsOnly) {
  EXPECT_EQ(weak_tag({"a", "b"}), weak_tag({"a", "b"}));
  EXPECT_NE(weak_tag({"a", "b"}), weak_tag({"ab", ""}));
  EXPECT_NE(weak_tag({"a", "b"}), weak_tag({"b", "a"}));
  EXPECT_TRUE(weak_tag({"a"}).starts_with("W/\""));
  EXPECT_TRUE(weak_tag({"a"}).ends_with("\""));
}

TEST(NamesTag, ComparesWeaklyWithEachOfAList) {
  const std::string tag = "W/\"x\"";
  for (const auto* list : {"W/\"x\"", "\"x\"", "\"a\", \"x\"", "  W/\"a\" ,W/\"x\"", "*"})
    EXPECT_TRUE(names_tag(list, tag)) << list;
  for (const auto* list : {"", "\"a\"", "x", "W/x", "\"x", ",,"}) EXPECT_FALSE(names_tag(list, tag)) << list;
}

TEST(Accepts, TakesRangesAndRefusals) {
  for (const auto* accept : {"", " ", "*/*", "text/*", "text/html", "TEXT/HTML;q=0.1", "image/png, text/html",
                             "text/html;q=0.0001"})
    EXPECT_TRUE(accepts(accept, {"text/html"})) << accept;
  for (const auto* accept : {"image/png", "text/html;q=0", "text/html; q=0.000", "text", "t/*", "*/* ;q=0"})
    EXPECT_FALSE(accepts(accept, {"text/html"})) << accept;
  EXPECT_TRUE(accepts("b/b", {"a/a", "b/b"}));
  EXPECT_TRUE(accepts("a/a", {}));
}

TEST(AcceptsGzip, ReadsTheList) {
  for (const auto* list : {"gzip", "br, gzip", "GZIP;q=0.5", "*", "*;q=0, gzip", "gzip;q=1, *;q=0"})
    EXPECT_TRUE(accepts_gzip(list)) << list;
  for (const auto* list : {"", "br", "gzip;q=0", "*;q=0", "*, gzip;q=0", "gzip;q=0, *", "x-gzipped"})
    EXPECT_FALSE(accepts_gzip(list)) << list;
}

}  // namespace
}  // namespace morgue::http
