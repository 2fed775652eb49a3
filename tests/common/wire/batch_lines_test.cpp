// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/wire/batch_lines.h"

#include <gtest/gtest.h>

#include <sstream>

namespace morgue {
namespace {

std::vector<BatchLine> lines_of(const std::string& text) {
  std::istringstream stream(text);
  BatchLines lines(stream);
  std::vector<BatchLine> all;
  while (auto line = lines.next()) all.push_back(*line);
  return all;
}

std::string error_of(const BatchLine& line, LineFormat format = LineFormat::query) {
  try {
    to_search_request(line, format, {});
    return "";
  } catch (const Error& error) {
    return error.what() + std::string(" / ") + error.hint();
  }
}

TEST(BatchLines, AreReadAsPeopleWriteThem) {
  const auto lines = lines_of(
      "\xEF\xBB\xBF"
      "ferry\r\n\r\n  \t\n\"old fog\n\r\nlast one");
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].text, "ferry");
  EXPECT_EQ(lines[0].number, 1u);
  EXPECT_EQ(lines[1].text, "\"old fog");
  EXPECT_EQ(lines[1].number, 4u);
  EXPECT_EQ(lines[2].text, "last one");
  EXPECT_EQ(lines[2].number, 6u);
  EXPECT_TRUE(lines_of("\xEF\xBB\xBF\r\n\n").empty());
  EXPECT_TRUE(lines_of("").empty());
}

TEST(BatchLines, AreRefusedOneByOne) {
  const auto lines = lines_of(std::string(1'000'000, 'x') + "\nferry\n\xff\xfe\n" + std::string("a\0b", 3) +
                              "\n" + std::string(longest_batch_line, ' ') + "x\n");
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(error_of(lines[0]), "line 1 has 1000000 bytes / a line may have 32768");
  EXPECT_EQ(lines[0].text.size(), longest_batch_line);
  EXPECT_EQ(error_of(lines[1]), "");
  EXPECT_EQ(error_of(lines[2]), "line 3 is not text in UTF-8 / convert it: iconv -f LATIN1 -t UTF-8");
  EXPECT_EQ(error_of(lines[3]), "line 4 has a NUL byte / take it out: tr -d '\\000'");
  EXPECT_EQ(error_of(lines[4]).substr(0, 10), "line 5 has");
}

TEST(BatchLines, HaveTheParametersOfASearchWhereTheyAreJson) {
  const auto line =
      lines_of(R"({"q":"ferry","source":["A","B"],"from":2021,"strict":true,"to":null})").front();
  const auto request = to_search_request(line, LineFormat::json, {{"sort", "newest"}, {"from", "1999"}});
  EXPECT_EQ(request.query, "ferry");
  EXPECT_EQ(request.filters.front().wanted, (std::vector<std::string>{"A", "B"}));
  EXPECT_EQ(to_iso(*request.published.first), "2021-01-01");
  EXPECT_TRUE(request.strict);
  EXPECT_EQ(request.order, Order::newest);
  const auto plain = to_search_request(line, LineFormat::query, {{"from", "1999"}});
  EXPECT_EQ(plain.query, line.text);
  EXPECT_EQ(to_iso(*plain.published.first), "1999-01-01");
}

TEST(BatchLines, TellWhatIsWrongWithTheirJson) {
  const auto error_in = [](const std::string& text) {
    return error_of(lines_of(text).front(), LineFormat::json);
  };
  EXPECT_EQ(error_in("ferry").substr(0, 24), "line 1 is no JSON object");
  EXPECT_EQ(error_in("[1]").substr(0, 24), "line 1 is no JSON object");
  EXPECT_EQ(error_in(R"({"q":{"a":1}})").substr(0, 25), "line 1 has an object as q");
  EXPECT_EQ(error_in(R"({"sourc":"A"})"), "sourc is not a known parameter / did you mean source?");
  EXPECT_EQ(error_in(R"({"limit":1000})").substr(0, 17), "limit is over 100");
}

TEST(BatchLines, BeginWithWholeCharacters) {
  EXPECT_EQ(beginning(lines_of("ferry").front()), "ferry");
  std::string long_text = "x";
  for (int i = 0; i < 200; ++i) long_text += "é";
  const auto begun = beginning(lines_of(long_text).front());
  EXPECT_EQ(begun.substr(begun.size() - 5), "é…");
  EXPECT_EQ(beginning(lines_of(std::string("a\0\xff", 3)).front()), "a \uFFFD");
}

}  // namespace
}  // namespace morgue
