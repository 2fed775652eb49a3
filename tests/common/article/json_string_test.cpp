// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/json_string.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "common/article/article_json.h"

namespace morgue {
namespace {

std::string written(const std::string& text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

TEST(JsonString, IsWrittenAsNlohmannWritesIt) {
  const std::vector<std::string> signs{"a",  "Z", "\x7f",   "\"", "\\", "\n",
                                       "\t", "/", "\u00e9", "’",  "東", "😀"};
  for (int control = 0; control < 0x20; ++control)
    for (std::size_t before = 0; before < 17; ++before) {
      const std::string text = std::string(before, 'x') + static_cast<char>(control) + "yyyyyyyyyyy";
      EXPECT_EQ(written(text), nlohmann::json(text).dump());
    }
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n)
      text += random() % 3 == 0 ? signs[random() % signs.size()] : "w";
    EXPECT_EQ(written(text), nlohmann::json(text).dump());
  }
}

TEST(JsonString, RefusesWhatIsNotUtf8) {
  for (const char* text :
       {"\xff", "abcdefgh\x80", "\xc3", "12345678\xe2\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80"})
    EXPECT_THROW(written(text), nlohmann::json::type_error) << text;
}

std::vector<Article> articles() {
  std::vector<Article> all(3);
  all[1].id = "a\"b";
  all[1].body = "one\n\ntwo";
  all[1].people = {"", "Ada", ""};
  all[1].tags = {""};
  all[1].people_recognised = true;
  all[1].added = "2020-01-01";
  all[1].taken = 5;
  all[1].other = {{"title", "not this one"}, {"deské", {1, 2.5, nullptr, {{"b", "ü"}, {"a", "\n"}}}}};
  all[2].title = "t";
  all[2].status = "usable";
  all[2].other = nullptr;
  return all;
}

TEST(ArticleJsonText, IsTheDumpOfTheJson) {
  for (const auto& article : articles()) {
    auto json = to_json(article);
    EXPECT_EQ(to_json_text(article), json.dump());
    json.erase("added");
    EXPECT_EQ(to_json_text(article, "added"), json.dump());
  }
}

TEST(AnArticleReadBack, IsWhatItsJsonGives) {
  for (const auto& article : articles()) EXPECT_EQ(as_read_back(article), from_json(to_json(article)));
  Article refused;
  refused.status = "draft";
  EXPECT_THROW(as_read_back(refused), ArticleError);
}

}  // namespace
}  // namespace morgue
