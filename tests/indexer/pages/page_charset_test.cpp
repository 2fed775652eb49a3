// SPDX-License-Identifier: GPL-3.0-or-later
// Encodings: by mark, by the bytes, as declared, and the one that is left.
#include "indexer/pages/page_charset.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

using namespace std::string_literals;

TEST(PageCharset, IsFoundByMarkBytesAndDeclaration) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"plain", "plain"},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "café"},
      {"\xFF\xFE"
       "a\0b\0"s,
       "ab"},
      {"\xFE\xFF"
       "\0a\0b"s,
       "ab"},
      {"caf\xC3\xA9", "café"},
      {"caf\xE9 \x93so\x94", "café “so”"},
      {"<meta charset=\"windows-1251\">\xCC\xE8\xF0", "<meta charset=\"windows-1251\">Мир"},
      {"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>\xED\xC9\xD2",
       "<META http-equiv=Content-Type content='text/html; charset=koi8-r'>Мир"},
      {"<meta charset=iso-8859-1>\x93so\x94", "<meta charset=iso-8859-1>“so”"},
      {"<meta charset=euc-kr>caf\xC3\xA9", "<meta charset=euc-kr>café"},
      {"<meta charset=nonsense>caf\xE9", "<meta charset=nonsense>café"},
      {"<meta charset=utf-16>caf\xE9", "<meta charset=utf-16>caf\xEF\xBF\xBD"},
      {"a\0b"s, "a b"},
  };
  for (const auto& [bytes, text] : rows) EXPECT_EQ(page_as_utf8(bytes), text) << bytes;
}

TEST(PageCharset, IsUtf8AlsoWhereALittleIsBroken) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "é";
  EXPECT_EQ(page_as_utf8(text + "\xC3"), text + "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace morgue
