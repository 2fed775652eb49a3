// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the formats of an answer.
#include "terminal/formats.h"

#include <gmock/gmock.h>

#include "common/error.h"
#include "common/wire/results_json.h"

namespace morgue {
namespace {

SearchResults results_of(const std::vector<std::string>& ids) {
  SearchResults results;
  results.text = results.understood = "sea";
  results.total = ids.size();
  results.limit = 10;
  results.generation = "1f2e:7";
  for (const auto& id : ids) {
    results.results.emplace_back();
    results.results.back().article.id = id;
  }
  return results;
}

std::string shown(const std::string& name, const SearchResults& results, const Viewer& viewer = {}) {
  SearchRequest request;
  request.query = "sea";
  request.offset = results.offset;
  const auto& format = format_named(name);
  auto text = format.begin(results, request, viewer);
  std::size_t place = 0;
  for (const auto& result : results.results) text += format.result(result, request, place++, viewer);
  return text + format.end(results, place);
}

TEST(Formats, HaveTheNamesOfTheContract) {
  EXPECT_THAT(format_names(), testing::ElementsAre("text", "json", "jsonl", "csv", "ids"));
  EXPECT_THROW(format_named("xml"), Error);
}

TEST(Formats, ShowTextWithRanksThatCountFromTheFirstOfAll) {
  auto results = results_of({"a", "b"});
  results.offset = 10;
  results.total = 412;
  EXPECT_EQ(shown("text", results), "11. (no title)\n   a\n\n12. (no title)\n   b\n\n11–12 of 412\n");
}

TEST(Formats, ShowTheSameJsonAsTheServerWhateverTheNumberOfResults) {
  for (const std::vector<std::string>& ids : {std::vector<std::string>{}, {"a"}, {"a", "b"}}) {
    const auto results = results_of(ids);
    SearchRequest request;
    request.query = "sea";
    EXPECT_EQ(shown("json", results), to_text(to_json(results, request)) + "\n");
  }
}

TEST(Formats, NameInJsonThePageAfterAllThatIsShown) {
  const auto next = [](std::size_t limit, std::uint64_t total) {
    SearchResults first;
    first.limit = limit;
    first.total = total;
    first.results.resize(1000);
    SearchRequest request;
    request.limit = limit;
    const auto text = format_named("json").begin(first, request, {}) + "]}";
    const auto json = nlohmann::json::parse(text)["next"];
    return json.is_null() ? "" : json.get<std::string>();
  };
  EXPECT_EQ(next(2500, 4000), "/v1/search?offset=2500&limit=100");
  EXPECT_EQ(next(2500, 2500), "");
  EXPECT_EQ(next(2500, 1700), "");
  EXPECT_EQ(next(0, 4000), "");
}

TEST(Formats, ShowOneResultALineInJsonLines) {
  const auto results = results_of({"a", "b"});
  EXPECT_EQ(shown("jsonl", results), to_text(to_json(results.results[0], {})) + "\n" +
                                         to_text(to_json(results.results[1], {})) + "\n");
  EXPECT_EQ(shown("jsonl", results_of({})), "");
}

TEST(Formats, ShowOneIdALineByteForByteExceptOnATerminal) {
  EXPECT_EQ(shown("ids", results_of({"a", "b\x1b c"})), "a\nb\x1b c\n");
  EXPECT_EQ(shown("ids", results_of({"b\x1b c"}), {true, Emphasis::bold}), "b\uFFFD c\n");
}

TEST(Formats, LetNoControlCharacterInJsonReachATerminal) {
  auto results = results_of({"a"});
  results.results[0].article.title = "\x1b[2J\u009B2J\x7F";
  for (const char* name : {"json", "jsonl"}) {
    const auto on_terminal = shown(name, results, {true, Emphasis::bold});
    EXPECT_THAT(on_terminal, testing::HasSubstr(R"("title":"\u001b[2J\u009b2J\u007f")"));
    EXPECT_EQ(nlohmann::json::parse(on_terminal), nlohmann::json::parse(shown(name, results)));
  }
}

}  // namespace
}  // namespace morgue
