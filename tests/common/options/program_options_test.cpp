// SPDX-License-Identifier: GPL-3.0-or-later
// ProgramOptions: from where a value is taken, and what is said about an option nobody knows.
#include "common/options/program_options.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "common/error.h"

namespace morgue {
namespace {

namespace po = boost::program_options;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class ProgramOptionsTest : public testing::Test {
 protected:
  void SetUp() override {
    declared_.add()("max-lease", po::value(&max_lease_)->default_value(60), "seconds");
    declared_.add()("quiet", po::bool_switch(&quiet_), "no words");
    declared_.add()("remove", po::value(&removed_), "an id");
    declared_.take_rest_as(rest_);
  }
  void TearDown() override {
    for (const auto& name : variables_) unsetenv(name.c_str());
    std::filesystem::remove(file_);
  }

  std::optional<std::string> read(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "morgue-test");
    return declared_.read(static_cast<int>(arguments.size()), arguments.data());
  }
  void set_variable(const std::string& name, const std::string& value) {
    setenv(name.c_str(), value.c_str(), 1);
    variables_.push_back(name);
  }
  const char* write_file(const std::string& text) {
    std::ofstream(file_) << text;
    return file_.c_str();
  }
  /// The message and the hint of what reading these arguments throws.
  std::pair<std::string, std::string> refusal(const std::vector<const char*>& arguments) {
    try {
      read(arguments);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      return {error.what(), error.hint()};
    }
    return {"was read", ""};
  }

  std::string archive_;
  int max_lease_ = 0;
  bool quiet_ = false;
  std::vector<std::string> removed_;
  std::vector<std::string> rest_;
  ProgramOptions declared_{"morgue-test", "INPUT...", archive_};
  std::vector<std::string> variables_;
  std::string file_ = testing::TempDir() + "program_options_test." + std::to_string(getpid()) + ".conf";
};

TEST_F(ProgramOptionsTest, HasDefaultsWithoutAnyArgument) {
  EXPECT_EQ(read({}), std::nullopt);
  EXPECT_EQ(archive_, "./morgue-archive");
  EXPECT_EQ(max_lease_, 60);
  EXPECT_FALSE(quiet_);
}

TEST_F(ProgramOptionsTest, KeepsTheArgumentsWithoutADashInOrder) {
  read({"b.json", "-a", "dir", "-", "--quiet", "a.json", "--", "--odd-name"});
  EXPECT_THAT(rest_, ElementsAre("b.json", "-", "a.json", "--odd-name"));
  EXPECT_EQ(archive_, "dir");
  EXPECT_TRUE(quiet_);
}

TEST_F(ProgramOptionsTest, CollectsAnOptionThatIsGivenTwice) {
  read({"--remove", "one", "--remove=two"});
  EXPECT_THAT(removed_, ElementsAre("one", "two"));
}

TEST_F(ProgramOptionsTest, PrefersFlagToEnvironmentToFileToDefault) {
  const char* file = write_file("max-lease = 3\narchive = from-file\nquiet = yes\n");
  set_variable("MORGUE_MAX_LEASE", "2");
  read({"--config", file, "--max-lease", "1"});
  EXPECT_EQ(max_lease_, 1);
  EXPECT_EQ(archive_, "from-file");
  EXPECT_TRUE(quiet_);
}

TEST_F(ProgramOptionsTest, PrefersEnvironmentToFile) {
  const char* file = write_file("archive = from-file\n");
  set_variable("MORGUE_ARCHIVE", "from-environment");
  set_variable("MORGUE_CONFIG", file);
  read({});
  EXPECT_EQ(archive_, "from-environment");
}

TEST_F(ProgramOptionsTest, TakesAnEmptyVariableForNone) {
  set_variable("MORGUE_ARCHIVE", "");
  read({});
  EXPECT_EQ(archive_, "./morgue-archive");
}

TEST_F(ProgramOptionsTest, NamesTheNearestOptionForAnUnknownOne) {
  const std::vector<std::tuple<const char*, std::string, std::string>> rows{
      {"--archve", "unknown option: --archve", "did you mean --archive?"},
      {"--max_lease=1", "unknown option: --max_lease", "did you mean --max-lease?"},
      {"--hlep", "unknown option: --hlep", "did you mean --help?"},
      {"--quie", "unknown option: --quie", "did you mean --quiet?"},
      {"--something-else", "unknown option: --something-else", "see morgue-test --help"},
      {"-troops", "unknown option: -troops", "see morgue-test --help"},
  };
  for (const auto& [argument, message, hint] : rows) EXPECT_EQ(refusal({argument}), std::pair(message, hint));
}

TEST_F(ProgramOptionsTest, AddsTheProgramsOwnHintForUnknownOptions) {
  declared_.set_hint_for_unknown("or morgue-test -- a -b");
  EXPECT_EQ(refusal({"-b"}).second, "see morgue-test --help; or morgue-test -- a -b");
}

TEST_F(ProgramOptionsTest, SaysWhereABadValueStands) {
  EXPECT_THAT(refusal({"--max-lease", "long"}).first, HasSubstr("--max-lease"));
  EXPECT_THAT(refusal({"--max-lease"}).first, HasSubstr("--max-lease"));
  EXPECT_THAT(refusal({"--config", write_file("archve = x\n")}),
              testing::Pair(StartsWith(file_ + ": unknown option: archve"), "did you mean --archive?"));
  EXPECT_THAT(refusal({"--config", "/no/such/file"}).first, HasSubstr("/no/such/file"));
  set_variable("MORGUE_MAX_LEASE", "long");
  EXPECT_THAT(refusal({}).first, StartsWith("environment variable MORGUE_MAX_LEASE: "));
}

TEST_F(ProgramOptionsTest, AnswersHelpAndVersionWhateverElseIsWrong) {
  set_variable("MORGUE_MAX_LEASE", "long");
  EXPECT_THAT(read({"--help"}).value(), StartsWith("usage: morgue-test [options] INPUT...\n"));
  EXPECT_EQ(read({"--version"}).value(), "morgue-test " + std::string(version()) + "\n");
}

TEST(CheckChoice, RefusesWhatIsNotAmongTheChoices) {
  EXPECT_NO_THROW(check_choice("progress", "auto", {"auto", "always", "never"}));
  try {
    check_choice("progress", "allways", {"auto", "always", "never"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "--progress cannot be \"allways\"");
    EXPECT_EQ(error.hint(), "did you mean always? it is one of auto, always, never");
  }
}

TEST(RunProgram, TurnsAnErrorIntoAMessageWithItsHint) {
  testing::internal::CaptureStderr();
  const int code =
      run_program("morgue-test", []() -> int { throw Error(ErrorKind::locked, "it is locked", "wait"); });
  EXPECT_EQ(code, 2);
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "morgue-test: it is locked\n  wait\n");
}

}  // namespace
}  // namespace morgue
