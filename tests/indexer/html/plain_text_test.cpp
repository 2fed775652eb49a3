// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/html/plain_text.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(PlainText, KnowsHtmlFromTextWithSigns) {
  for (const auto* html :
       {"<p>a", "a<br/>b", "</section>", "a &amp; b", "&#39;", "&#x27;", "<!-- a -->", "a <a href='x'>b</a>"})
    EXPECT_TRUE(is_html(html)) << html;
  for (const auto* text :
       {"", "a < b > c", "AT&T; R&D", "<fjord>", "<ap news>", "x <b y", "&nosuch;", "5 &lt 6", "<3"})
    EXPECT_FALSE(is_html(text)) << text;
}

TEST(PlainText, KeepsTheLinesThatNoTagParts) {
  const struct {
    std::string given;
    std::string text;
  } rows[] = {
      {"Fog & gulls\n\nat <3 knots", "Fog & gulls\n\nat <3 knots"},
      {"Fog &amp; gulls\n\nat <b>dawn</b>", "Fog & gulls\n\nat dawn"},
      {"<p>Fog\nand</p><p>gulls</p>", "Fog and\n\ngulls"},
      {" \r\nFog \r\n\r\n \r\n\r\ngulls\r\nagain\n", "Fog\n\ngulls\nagain"},
      {"\n \n", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(plain_text(row.given), row.text) << row.given;
}

}  // namespace
}  // namespace morgue
