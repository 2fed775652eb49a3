// SPDX-License-Identifier: GPL-3.0-or-later
// Every ruling of the language through the real programs: what matches and what is marked is the same at each
// door.
#include "tests/support/rulings.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "common/article/article_json.h"
#include "common/wire/search_url.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing_support::Background;
using testing_support::marks_in;
using testing_support::Ruling;
using testing_support::rulings;
using testing_support::run;

// A program that checks its own memory takes long to begin, so then only some are asked.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t step = 7;
#else
constexpr std::size_t step = 1;
#endif

/// The byte at which a text's code point begins.
std::size_t byte_of(const std::string& text, std::size_t code_point) {
  std::size_t byte = 0;
  for (; byte < text.size(); ++byte) {
    const bool begins = (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
    if (begins && code_point-- == 0) break;
  }
  return byte;
}

std::vector<std::string> marks_of(const json& result) {
  std::vector<std::string> marks;
  for (const auto& snippet : result["highlights"]["body"]) {
    const std::string text = snippet["text"];
    for (const auto& range : snippet["ranges"]) {
      const auto begin = byte_of(text, range[0]);
      marks.push_back(text.substr(begin, byte_of(text, range[1]) - begin));
    }
  }
  return marks;
}

void expect_ruling(const Ruling& ruling, const json& answer) {
  const bool matches = !ruling.marked.empty();
  SCOPED_TRACE(std::string(ruling.body) + " / " + std::string(ruling.query));
  ASSERT_EQ(answer["total"], matches ? 1 : 0);
  if (!matches) return;
  EXPECT_EQ(marks_of(answer["results"][0]), marks_in(ruling.marked));
}

class RulingsAtTheDoors : public testing::Test {
 protected:
  void SetUp() override {
    std::string lines;
    for (std::size_t row = 0; row < rulings().size(); ++row)
      lines += to_json(testing_support::article_of(row)).dump() + "\n";
    const auto indexed = run({MORGUE_INDEX, "-a", archive_, "--quiet", "-"}, lines);
    ASSERT_EQ(indexed.exit_code, 0) << indexed.err;
  }

  const testing_support::TemporaryDirectory directory_;
  const std::string archive_ = directory_.path("archive");
};

TEST_F(RulingsAtTheDoors, HoldOnTheTerminal) {
  for (std::size_t row = 0; row < rulings().size(); row += step) {
    const auto& ruling = rulings()[row];
    const auto answer = run({MORGUE_SEARCH, "-a", archive_, "-f", "json", "--section", std::to_string(row),
                             "--", std::string(ruling.query)});
    ASSERT_EQ(answer.exit_code, ruling.marked.empty() ? 1 : 0) << ruling.query << answer.err;
    expect_ruling(ruling, json::parse(answer.out));
  }
}

TEST_F(RulingsAtTheDoors, HoldOverHttp) {
  Background server({MORGUE_SERVER, "-a", archive_, "--listen", "127.0.0.1:0"});
  const std::string address = server.first_line().substr(std::string("listening on ").size());
  std::vector<std::string> command{"curl", "--silent", "--fail", "--max-time", "60"};
  for (std::size_t row = 0; row < rulings().size(); ++row)
    command.push_back(address + "/v1/search?section=" + std::to_string(row) +
                      "&q=" + percent_encode(rulings()[row].query));
  const auto answers = run(command);
  ASSERT_EQ(answers.exit_code, 0);
  std::istringstream stream(answers.out);
  for (const auto& ruling : rulings()) {
    json answer;
    stream >> answer;
    expect_ruling(ruling, answer);
  }
}

}  // namespace
}  // namespace morgue
