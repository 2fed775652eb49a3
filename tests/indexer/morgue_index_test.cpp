// SPDX-License-Identifier: GPL-3.0-or-later
// The program morgue-index itself: its exit codes and what it says.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/articles.h"

namespace morgue {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

class MorgueIndexTest : public testing::Test {
 protected:
  /// Runs the program in the test's own directory, as a shell would.
  Outcome run(const std::string& arguments) {
    const std::string program = "env -i ${ASAN_OPTIONS:+ASAN_OPTIONS=$ASAN_OPTIONS} '" MORGUE_INDEX "' ";
    const std::string command = "cd '" + directory_.path() + "' && " + program + arguments + " >.out 2>.err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text_of(directory_.path(".out")),
            text_of(directory_.path(".err"))};
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(directory_.path(name)) << text;
  }
  nlohmann::json rejects() {
    auto list = nlohmann::json::array();
    std::istringstream lines(text_of(directory_.path("rejects")));
    for (std::string line; std::getline(lines, line);) list.push_back(nlohmann::json::parse(line));
    return list;
  }
  bool exists(const std::string& name) { return std::filesystem::exists(directory_.path(name)); }

  testing_support::TemporaryDirectory directory_;
};

TEST_F(MorgueIndexTest, TakesArticlesAndSaysSo) {
  write("a.jsonl", "{\"id\":\"a\",\"title\":\"t\"}\n{\"id\":\"b\",\"title\":\"t\"}\n");
  const auto first = run("a.jsonl");
  EXPECT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.out, StartsWith("2 added; 2 articles in ./morgue-archive; "));
  EXPECT_EQ(first.err, "");
  const auto second = run("--json a.jsonl");
  const auto summary = nlohmann::json::parse(second.out);
  EXPECT_EQ(summary["unchanged"], 2);
  EXPECT_EQ(summary["articles"], 2);
  EXPECT_EQ(summary["bytes"], 46);
}

TEST_F(MorgueIndexTest, SaysWhetherAnArchiveIsSound) {
  write("a.jsonl", "{\"id\":\"a\",\"title\":\"t\"}\n");
  run("a.jsonl");
  const auto sound = run("--check");
  EXPECT_EQ(sound.code, 0) << sound.err;
  EXPECT_EQ(sound.out, "1 article in ./morgue-archive: every block was read, and is sound\n");
  {
    std::fstream table(directory_.path("morgue-archive/current/postlist.glass"),
                       std::ios::in | std::ios::out);
    table.seekp(8100) << "damaged";
  }
  const auto damaged = run("--check");
  EXPECT_EQ(damaged.code, 2);
  EXPECT_THAT(damaged.err, AllOf(HasSubstr("./morgue-archive"), HasSubstr("--rebuild")));
  const auto nowhere = run("--check -a nowhere");
  EXPECT_EQ(nowhere.code, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("nowhere"));
}

TEST_F(MorgueIndexTest, RefusesOneArticleAndTakesTheOthers) {
  const std::string good = "{\"id\":\"good\",\"title\":\"t\"}\n";
  const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
  const std::vector<std::tuple<std::string, std::string, std::uint64_t, nlohmann::json>> rows{
      {"{\"id\":\"x\",\"title\":\"t\"", "malformed_json", 47, nullptr},
      {"{\"title\":\"\xC3(\"}", "bad_utf8", 36, nullptr},
      {"{\"id\":\"x\"}", "no_text", 26, "x"},
      {"{\"id\":\"x\",\"title\":7}", "wrong_type", 26, "x"},
      {"{\"id\":\"x\",\"title\":\"t\",\"deep\":" + deep + "}", "too_deep", 26, nullptr},
      {"{\"id\":\"x\",\"title\":\"t\",\"embargoed\":\"2999-01-01\"}", "embargoed", 26, "x"},
  };
  for (const auto& [line, code, byte, id] : rows) {
    write("a.jsonl", good + line + "\n" + good);
    const auto outcome = run("--rejects rejects a.jsonl");
    EXPECT_EQ(outcome.code, 1) << code;
    EXPECT_THAT(outcome.err, AllOf(StartsWith("morgue-index: 1 was not taken\n  a.jsonl, line 2, byte "),
                                   HasSubstr("(" + code + ")"), HasSubstr("all of them are in rejects")));
    ASSERT_EQ(rejects().size(), 1u) << code;
    const auto reject = rejects()[0];
    EXPECT_EQ(reject["code"], code);
    EXPECT_EQ(reject["input"], "a.jsonl");
    EXPECT_EQ(reject["line"], 2);
    EXPECT_EQ(reject["byte"], byte) << code;
    EXPECT_EQ(reject["id"], id) << code;
    EXPECT_NE(reject["hint"], "");
  }
}

TEST_F(MorgueIndexTest, RefusesABodyOf60Megabytes) {
  write("a.json",
        "[{\"id\":\"x\",\"body\":\"" + std::string(60'000'000, 'x') + "\"},\n{\"id\":\"y\",\"body\":\"b\"}]");
  const auto outcome = run("--json --rejects rejects a.json");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["added"], 1);
  EXPECT_EQ(rejects()[0]["code"], "too_large");
  EXPECT_EQ(rejects()[0]["id"], "x");
}

TEST_F(MorgueIndexTest, DoesNothingWithoutArticles) {
  write("empty.jsonl", "");
  std::filesystem::create_directory(directory_.path("folder"));
  const std::vector<std::pair<std::string, std::string>> rows{
      {"empty.jsonl", "morgue-index: no articles in empty.jsonl\n"},
      {"folder", "morgue-index: no articles in folder\n"},
      {"folder empty.jsonl", "morgue-index: no articles in folder, empty.jsonl\n"},
      {"none.json", "morgue-index: cannot read none.json: No such file or directory\n"},
      {"- </dev/null", "morgue-index: no articles in -\n"},
  };
  for (const auto& [inputs, message] : rows) {
    const auto outcome = run(inputs);
    EXPECT_EQ(outcome.code, 2) << inputs;
    EXPECT_THAT(outcome.err, StartsWith(message + "  ")) << inputs;
    EXPECT_EQ(outcome.out, "");
  }
  EXPECT_FALSE(exists("morgue-archive"));
}

TEST_F(MorgueIndexTest, GoesOnWhereOneOfSeveralInputsIsEmptyOrMissing) {
  write("a.json", "{\"title\":\"t\"}");
  write("empty.json", "");
  const auto with_empty = run("empty.json a.json");
  EXPECT_EQ(with_empty.code, 0);
  EXPECT_EQ(with_empty.err, "morgue-index: no articles in empty.json\n");
  const auto with_missing = run("none.json a.json --rejects rejects");
  EXPECT_EQ(with_missing.code, 1);
  EXPECT_EQ(rejects()[0]["code"], "unreadable");
}

TEST_F(MorgueIndexTest, ReadsStdin) {
  write("a", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n");
  EXPECT_THAT(run("- <a").out, StartsWith("2 added"));
  write("b", "{\"docs\":[{\"title\":\"c\"},{\"title\":\"d\"},{\"title\":\"e\"}]}");
  const auto piped = run("--version >/dev/null; cat b | '" MORGUE_INDEX "' -a other -");
  EXPECT_THAT(piped.out, StartsWith("3 added"));
}

TEST_F(MorgueIndexTest, NamesTheNearestKnownOption) {
  const auto outcome = run("--rejcts x a.json");
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err, "morgue-index: unknown option: --rejcts\n  did you mean --rejects?\n");
}

TEST_F(MorgueIndexTest, TakesArticlesOutById) {
  write("a.jsonl",
        "{\"id\":\"a\",\"title\":\"t\"}\n{\"id\":\"b\",\"title\":\"t\"}\n{\"id\":\"c\",\"title\":\"t\"}\n");
  run("a.jsonl");
  write("ids", "b\r\n\nc\n");
  const auto outcome = run("--remove a --remove nobody --remove-from ids --json");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["removed"], 3);
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["articles"], 0);
  EXPECT_EQ(outcome.err, "morgue-index: there is no article with the id nobody\n");
}

TEST_F(MorgueIndexTest, RemovesNothingFromAnArchiveThatIsNotThere) {
  EXPECT_EQ(run("-a none --remove a").code, 2);
  EXPECT_FALSE(exists("none"));
}

std::string article_line(const std::string& id, const std::string& title) {
  return nlohmann::json{{"id", id}, {"title", title}}.dump() + "\n";
}

TEST_F(MorgueIndexTest, RebuildsFromTheInputsAndGoesBack) {
  write("old.jsonl", article_line("a", "old") + article_line("b", "old"));
  write("new.jsonl", article_line("a", "new"));
  run("old.jsonl");
  const auto rebuilt = run("--rebuild --json new.jsonl");
  EXPECT_EQ(rebuilt.code, 0) << rebuilt.err;
  EXPECT_EQ(nlohmann::json::parse(rebuilt.out)["added"], 1);
  EXPECT_EQ(nlohmann::json::parse(rebuilt.out)["articles"], 1);
  const auto back = run("--rollback");
  EXPECT_EQ(back.code, 0);
  EXPECT_EQ(back.out, "went back from 1 article to 2 in ./morgue-archive\n");
  EXPECT_EQ(back.err, "morgue-index: what was changed since is lost\n");
  const auto no_further = run("--rollback");
  EXPECT_EQ(no_further.code, 2);
  EXPECT_THAT(no_further.err, HasSubstr("keeps no generation before this one"));
  EXPECT_THAT(run("old.jsonl").out, StartsWith("2 unchanged; 2 articles"));
}

TEST_F(MorgueIndexTest, BuildsAnArchiveAnewWithWhatIsThereAndMoreWhenAsked) {
  write("a.jsonl", "{\"id\":\"a\",\"title\":\"one\"}\n{\"id\":\"b\",\"title\":\"two\"}\n");
  run("a.jsonl");
  write("b.jsonl", "{\"id\":\"b\",\"title\":\"new\"}\n{\"id\":\"c\",\"title\":\"three\"}\n");
  const auto more = run("--build bulk b.jsonl");
  EXPECT_EQ(more.code, 0) << more.err;
  EXPECT_THAT(more.out, AllOf(StartsWith("1 added, 1 replaced; 3 articles in ./morgue-archive; "),
                              HasSubstr("built in bulk")));
  EXPECT_EQ(more.err, "morgue-index: the archive is built anew, of what is there and what comes\n");
  EXPECT_THAT(run("--rollback").out, StartsWith("went back from 3 articles to 2 "));
  const auto taking_out = run("--build bulk --remove a b.jsonl");
  EXPECT_EQ(taking_out.code, 2);
  EXPECT_THAT(taking_out.err, HasSubstr("nothing is taken out of an archive that is built in bulk"));
}

TEST_F(MorgueIndexTest, BuildsAnewByItselfWhereMuchMoreComesThanIsThere) {
  write("a.jsonl", "{\"id\":\"a\",\"title\":\"one\"}\n");
  run("a.jsonl");
  write("b.jsonl", "{\"id\":\"b\",\"title\":\"two\"}\n" + std::string(17u << 20, ' ') + '\n');
  EXPECT_THAT(run("b.jsonl").out, AllOf(StartsWith("1 added; 2 articles "), HasSubstr("built in bulk")));
  EXPECT_THAT(run("b.jsonl").out, AllOf(StartsWith("1 unchanged; 2 articles "), HasSubstr("built in bulk")));
  EXPECT_THAT(run("--build in-place b.jsonl").out,
              AllOf(StartsWith("1 unchanged; 2 articles "), testing::Not(HasSubstr("built in bulk"))));
}

TEST_F(MorgueIndexTest, SwapsInNoArchiveWithoutArticles) {
  write("a.jsonl", article_line("a", "t"));
  write("bad.jsonl", "{\"title\":7}\n");
  write("empty.jsonl", "");
  run("a.jsonl");
  for (const auto* inputs : {"bad.jsonl", "empty.jsonl", "none.jsonl"}) {
    const auto outcome = run(std::string("--rebuild ") + inputs);
    EXPECT_EQ(outcome.code, 2) << inputs;
    EXPECT_THAT(run("a.jsonl").out, StartsWith("1 unchanged; 1 article ")) << inputs;
  }
}

TEST_F(MorgueIndexTest, ChangesNothingWhereOneIsRefusedAndItIsStrict) {
  write("bad.jsonl", article_line("a", "changed") + article_line("b", "t") + "{\"id\":\"x\",\"title\":7}\n");
  write("good.jsonl", article_line("a", "t"));
  for (const auto* threads : {"1", "3"}) {
    const auto strictly = "--strict --rejects rejects bad.jsonl --threads " + std::string(threads);
    EXPECT_EQ(run(strictly).code, 2);
    EXPECT_FALSE(exists("morgue-archive"));
    run("good.jsonl");
    const auto outcome = run(strictly);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, StartsWith("morgue-index: nothing was changed: bad.jsonl, line 3, byte "));
    EXPECT_EQ(rejects().size(), 1u);
    EXPECT_THAT(run("good.jsonl").out, StartsWith("1 unchanged; 1 article "));
    std::filesystem::remove_all(directory_.path("morgue-archive"));
  }
}

TEST_F(MorgueIndexTest, TakesAllWhereNoneIsRefusedAndItIsStrict) {
  write("a.jsonl", article_line("a", "t") + article_line("b", "t"));
  write("b.jsonl", article_line("a", "new") + article_line("c", "t"));
  EXPECT_THAT(run("--strict a.jsonl").out, StartsWith("2 added; 2 articles"));
  EXPECT_THAT(run("--strict --remove b b.jsonl").out,
              StartsWith("1 added, 1 replaced, 1 removed; 2 articles"));
  EXPECT_THAT(run("--rollback").out, StartsWith("went back from 2 articles to 2"));
  EXPECT_THAT(run("a.jsonl").out, StartsWith("2 unchanged"));
}

TEST_F(MorgueIndexTest, PurgesArticles) {
  write("a.jsonl", article_line("a", "Unmistakable") + article_line("b", "t"));
  run("a.jsonl");
  const auto outcome = run("--purge a --purge nobody --json");
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["removed"], 1);
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["articles"], 1);
  EXPECT_EQ(outcome.err, "morgue-index: there is no article with the id nobody\n");
  EXPECT_EQ(run("--version >/dev/null; grep -rqi unmistakable morgue-archive && exit 7").code, 1);
  EXPECT_EQ(run("-a none --purge a").code, 2);
}

TEST_F(MorgueIndexTest, GoesOnAfterAFileThatCannotBeRead) {
  write("1.jsonl", article_line("a", "t"));
  std::filesystem::create_symlink("nowhere", directory_.path("2.jsonl"));
  write("3.jsonl", article_line("c", "t"));
  const auto outcome = run("--json --rejects rejects 1.jsonl 2.jsonl 3.jsonl");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["added"], 2);
  EXPECT_EQ(rejects()[0]["code"], "unreadable");
  EXPECT_EQ(rejects()[0]["input"], "2.jsonl");
}

TEST_F(MorgueIndexTest, WritesNothingInADryRun) {
  write("a.jsonl", "{\"title\":\"t\"}\n{\"title\":7}\n");
  const auto outcome = run("--dry-run --rejects rejects a.jsonl");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, StartsWith("dry run, nothing written: 1 added, 1 rejected; "));
  EXPECT_EQ(rejects().size(), 1u);
  EXPECT_FALSE(exists("morgue-archive"));
}

TEST_F(MorgueIndexTest, SaysInADryRunWhatTheRunWouldDo) {
  write("a.jsonl", article_line("a", "t") + article_line("b", "t") + article_line("c", "t"));
  ASSERT_EQ(run("a.jsonl").code, 0);
  write("b.jsonl", article_line("a", "t") + article_line("b", "u") + article_line("d", "t") + "{\n");
  const auto counts = [](const Outcome& outcome) {
    auto summary = nlohmann::json::parse(outcome.out);
    summary.erase("seconds");
    return summary;
  };
  const auto said = counts(run("--dry-run --json --remove c b.jsonl"));
  EXPECT_EQ(said["added"], 1);
  EXPECT_EQ(said["replaced"], 1);
  EXPECT_EQ(said["unchanged"], 1);
  EXPECT_EQ(said["removed"], 1);
  EXPECT_EQ(said["rejected"], 1);
  EXPECT_EQ(said["articles"], 3);
  EXPECT_EQ(said, counts(run("--json --remove c b.jsonl")));
}

TEST_F(MorgueIndexTest, IsQuietWhenAsked) {
  write("a.json", "{\"title\":\"t\"}");
  write("empty.json", "");
  const auto outcome = run("--quiet a.json empty.json");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST_F(MorgueIndexTest, FollowsTheVersionsAndNoticesOfAnAgency) {
  const auto item = [](const std::string& more) {
    return R"({"uri":"urn:1","type":"text","headline":"Fog","body_text":"Fog came.",)" + more + "}\n";
  };
  write("first.jsonl",
        item(R"("version":"9")") + item(R"("version":"10","urgency":1)") + item(R"("version":"9")"));
  const auto first = nlohmann::json::parse(run("--json first.jsonl").out);
  EXPECT_EQ(first["replaced"], 1);
  EXPECT_EQ(first["older"], 1);
  write("embargoed.json", item(R"("version":"11","embargoed":"2099-01-01T00:00:00Z")"));
  EXPECT_THAT(run("embargoed.json").err,
              AllOf(HasSubstr("embargoed until 2099-01-01T00:00:00Z"), HasSubstr("(embargoed)")));
  write("gone.json", R"({"uri":"urn:1","pubstatus":"canceled"})");
  const auto gone = nlohmann::json::parse(run("--json gone.json").out);
  EXPECT_EQ(gone["removed"], 1);
  EXPECT_EQ(gone["articles"], 0);
}

TEST_F(MorgueIndexTest, ReadsAShapeOfOnesOwnByAMap) {
  write("map.json", R"({"title":"/hl","body":"/txt"})");
  write("a.json", R"({"rows":[{"hl":"Fog","txt":"came"},{"hl":"","x":1},{"hl":"Gulls"}]})");
  const auto taken = run("--map map.json --json --rejects rejects a.json");
  EXPECT_EQ(nlohmann::json::parse(taken.out)["added"], 2) << taken.err;
  ASSERT_EQ(rejects().size(), 1u);
  EXPECT_EQ(rejects()[0]["code"], "no_text");
  write("map.json", R"({"titel":"/hl"})");
  const auto refused = run("--map map.json a.json");
  EXPECT_EQ(refused.code, 2);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("titel"), HasSubstr("did you mean title?")));
}

TEST_F(MorgueIndexTest, ShowsItsProgressWhenAsked) {
  write("a.json", "{\"title\":\"t\"}");
  EXPECT_THAT(run("--progress always a.json").err, HasSubstr("1 article, "));
}

TEST_F(MorgueIndexTest, PrintsHelpAndVersion) {
  EXPECT_THAT(run("--help").out, StartsWith("usage: morgue-index [options] INPUT...\n"));
  EXPECT_EQ(run("--help").code, 0);
  EXPECT_THAT(run("--version").out, StartsWith("morgue-index "));
}

}  // namespace
}  // namespace morgue
