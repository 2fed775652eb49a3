// SPDX-License-Identifier: GPL-3.0-or-later
// One archive through all three doors: the sample is indexed, and the terminal, the JSON and the page agree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing_support::Background;
using testing_support::Ran;
using testing_support::run;
using testing_support::TemporaryDirectory;

const std::string lavrov = "world-2021-07-lavrov-central-asia";
const std::string lavrov_url = "/v1/search?q=lavrov+%22central+asia%22";

std::size_t articles_in_the_sample() {
  std::size_t lines = 0;
  for (const auto& file : std::filesystem::directory_iterator(MORGUE_SAMPLE)) {
    if (file.path().extension() != ".jsonl") continue;
    std::ifstream stream(file.path());
    for (std::string line; std::getline(stream, line);) lines += line.empty() ? 0 : 1;
  }
  return lines;
}

class Doors : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    archive_ = directory_->path("archive");
    indexed_ = run({MORGUE_INDEX, "-a", archive_, "--json", MORGUE_SAMPLE});
  }
  static void TearDownTestSuite() { delete directory_; }

  static Ran search(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {MORGUE_SEARCH, "-a", archive_});
    return run(arguments);
  }

  inline static TemporaryDirectory* directory_;
  inline static std::string archive_;
  inline static Ran indexed_;
};

TEST_F(Doors, TheIndexerTakesTheWholeSampleAndThenFindsItUnchanged) {
  ASSERT_EQ(indexed_.exit_code, 0) << indexed_.err;
  const std::size_t articles = articles_in_the_sample();
  EXPECT_GE(articles, 60u);
  EXPECT_EQ(json::parse(indexed_.out)["added"], articles);
  const Ran again = run({MORGUE_INDEX, "-a", archive_, "--json", MORGUE_SAMPLE});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  const json summary = json::parse(again.out);
  EXPECT_EQ(summary["unchanged"], articles);
  EXPECT_EQ(summary["added"], 0);
  EXPECT_EQ(summary["articles"], articles);
}

TEST_F(Doors, TheTerminalShowsTheReportFirstWithBothMarked) {
  const Ran shown = search({"lavrov \"central asia\""});
  EXPECT_EQ(shown.exit_code, 0) << shown.err;
  EXPECT_THAT(shown.out, HasSubstr("*Lavrov*"));
  EXPECT_THAT(shown.out, HasSubstr("*Central Asia*"));
  const Ran ids = search({"-f", "ids", "lavrov", "\"central asia\""});
  EXPECT_EQ(ids.out, lavrov + "\n");
}

TEST_F(Doors, TheTerminalEndsAsGrepDoes) {
  EXPECT_EQ(search({"lavrov"}).exit_code, 0);
  EXPECT_EQ(search({"-c", "lavrov \"central asia\""}).out, "1\n");
  const Ran nothing = search({"-c", "zzzzzzz"});
  EXPECT_EQ(nothing.exit_code, 1);
  EXPECT_EQ(nothing.out, "0\n");
  EXPECT_EQ(search({"--nonsense", "x"}).exit_code, 2);
  const Ran option = search({"lavrov", "-troops"});
  EXPECT_EQ(option.exit_code, 2);
  EXPECT_THAT(option.err, HasSubstr("morgue-search -- "));
  EXPECT_EQ(search({"--strict", "(lavrov"}).exit_code, 2);
}

TEST_F(Doors, EveryDoorGivesTheSameArticleAndTheSameRanges) {
  Background server({MORGUE_SERVER, "-a", archive_, "--listen", "127.0.0.1:0"});
  const std::string line = server.first_line();
  ASSERT_THAT(line, testing::StartsWith("listening on http://127.0.0.1:"));
  const std::string address = line.substr(std::string("listening on ").size());

  int status = 0;
  const json over_http = json::parse(testing_support::get(address + lavrov_url, status));
  EXPECT_EQ(status, 200);
  const json on_terminal = json::parse(search({"-f", "json", "lavrov \"central asia\""}).out);
  ASSERT_EQ(over_http["total"], 1);
  EXPECT_EQ(over_http["results"][0]["id"], lavrov);
  EXPECT_EQ(over_http["results"], on_terminal["results"]);
  EXPECT_EQ(over_http["query"], on_terminal["query"]);

  const std::string page = testing_support::get(address + "/search?q=lavrov+%22central+asia%22", status);
  EXPECT_EQ(status, 200);
  for (const auto& snippet : over_http["results"][0]["highlights"]["body"])
    EXPECT_THAT(page, HasSubstr(snippet["html"].get<std::string>()));
  EXPECT_THAT(page, HasSubstr(over_http["results"][0]["highlights"]["title"]["html"].get<std::string>()));

  testing_support::get(address + "/v1/search?q=x&limitt=5", status);
  EXPECT_EQ(status, 400);
  testing_support::get(address + "/healthz", status);
  EXPECT_EQ(status, 200);
  testing_support::get(address + "/v1/articles?id=" + lavrov, status);
  EXPECT_EQ(status, 200);
  testing_support::get(address + "/v1/articles?id=no-such-article", status);
  EXPECT_EQ(status, 404);
  server.signal(SIGTERM);
  EXPECT_EQ(server.wait(), 0);
}

TEST_F(Doors, EveryDoorExplainsAQueryAlike) {
  Background server({MORGUE_SERVER, "-a", archive_, "--listen", "127.0.0.1:0"});
  const std::string address = server.first_line().substr(std::string("listening on ").size());
  int status = 0;
  const std::string served =
      testing_support::get(address + "/v1/explain?q=(lavro*+OR+date:2021-13&match=any", status);
  const Ran told = search({"--explain", "-f", "json", "--match", "any", "(lavro*", "OR", "date:2021-13"});
  EXPECT_EQ(status, 200);
  EXPECT_EQ(told.exit_code, 0) << told.err;
  EXPECT_EQ(json::parse(told.out), json::parse(served));
  EXPECT_EQ(json::parse(served)["/expansions/0/word"_json_pointer], "lavro*");
  const Ran text = search({"--explain", "lavrov"});
  EXPECT_EQ(text.exit_code, 0);
  EXPECT_THAT(text.out, HasSubstr("tree:\n  word lavrov\n"));
}

TEST_F(Doors, TheServerFollowsTheArchive) {
  const std::string archive = directory_->path("followed");
  const auto put = [&](const std::string& body) {
    return run({MORGUE_INDEX, "-a", archive, "--quiet", "-"}, R"({"id":"1","body":")" + body + "\"}\n")
        .exit_code;
  };
  ASSERT_EQ(put("ferry"), 0);
  Background server({MORGUE_SERVER, "-a", archive, "--listen", "127.0.0.1:0"});
  const std::string address = server.first_line().substr(std::string("listening on ").size());
  int status = 0;
  EXPECT_EQ(json::parse(testing_support::get(address + "/v1/search?q=ferry", status))["total"], 1);
  ASSERT_EQ(put("harbour"), 0);
  EXPECT_EQ(json::parse(testing_support::get(address + "/v1/search?q=ferry", status))["total"], 0);
  EXPECT_EQ(json::parse(testing_support::get(address + "/v1/search?q=harbour", status))["total"], 1);
}

}  // namespace
}  // namespace morgue
