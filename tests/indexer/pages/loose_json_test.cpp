// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is sound, that can be mended, and that cannot.
#include "indexer/pages/loose_json.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(LooseJson, IsMended) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {R"({"a":"b"})", R"({"a":"b"})"},
      {R"(// <![CDATA[
{"a":1} // ]]>)",
       R"({"a":1})"},
      {R"({"a":1};)", R"({"a":1})"},
      {R"({"a":[1,2,],})", R"({"a":[1,2]})"},
      {"{\"a\":\"two\nlines\tand\x01more\"}", R"({"a":"two\nlines\tand more"})"},
      {R"({"a":"it\'s"})", R"({"a":"it's"})"},
      {R"({"a":1 /* one */, // two
"b":2})",
       R"({"a":1,"b":2})"},
      {R"({"a":"http://x"})", R"({"a":"http://x"})"},
      {R"({"a":[{"b":1)", R"({"a":[{"b":1}]})"},
      {R"({"a":[1})", R"({"a":[1]})"},
      {R"({"a":1}}, "b":2})", R"({"a":1})"},
      {R"({"a":"cut off)", R"({"a":"cut off"})"},
  };
  for (const auto& [text, json] : rows) {
    const auto mended = loose_json(text);
    ASSERT_TRUE(mended.has_value()) << text;
    EXPECT_EQ(*mended, nlohmann::json::parse(json)) << text;
  }
}

TEST(LooseJson, IsNothingWhereItCannotBe) {
  const std::vector<std::string> texts{"",  "no", "{a:1}",         "{\"a\" 1}", std::string(200, '['),
                                       "/", "//", "x {\"a\":nope}"};
  for (const auto& text : texts) EXPECT_EQ(loose_json(text), std::nullopt) << text;
}

TEST(LooseJson, MayBreakOffAnywhere) {
  const std::string text = R"({"a":["b\"c",1],/* d */"e":{"f":null}} // g)";
  for (std::size_t length = 1; length <= text.size(); ++length) loose_json(text.substr(0, length));
  EXPECT_EQ(loose_json("{/*"), nlohmann::json::object());
}

}  // namespace
}  // namespace morgue
