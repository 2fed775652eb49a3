// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 during --rollback and --purge: the archive opens, is sound, and is as before or as after; the same
// command again finishes it. MORGUE_KILLS and MORGUE_KILL_SEED as in the other kill test; a quarter of them
// each.
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <thread>

#include "tests/end_to_end/kept_archive.h"
#include "tests/end_to_end/numbered_id.h"
#include "tests/support/articles.h"
#include "tests/support/chance.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using namespace testing_support;
using SteadyClock = std::chrono::steady_clock;
using Versions = std::map<std::string, std::string>;  // the first word of the body by id

constexpr int articles_kept_up = 120;
constexpr int every_purged = 3;
constexpr const char* secret = "xyzzyplugh";

bool is_purged(int i) { return i % every_purged == 0; }

void write_input(const std::string& path, const std::string& version) {
  std::ofstream file(path);
  for (int i = 0; i < articles_kept_up; ++i)
    file << nlohmann::json{{"id", numbered_id(i)},
                           {"title", "Number " + std::to_string(i)},
                           {"body", version + (is_purged(i) ? std::string(" ") + secret : "") +
                                        std::to_string(i) + std::string(300, '.')}}
         << '\n';
}

Versions versions_in(const std::string& archive) {
  Versions versions;
  for (const auto& [id, article] : kept_in(archive).articles) {
    const std::string body = article.body();
    versions[id] = body.substr(0, body.find_first_of(" 0123456789"));
  }
  return versions;
}

Versions all(const std::string& version, bool without_purged) {
  Versions versions;
  for (int i = 0; i < articles_kept_up; ++i)
    if (!without_purged || !is_purged(i)) versions[numbered_id(i)] = version;
  return versions;
}

bool is_anywhere_in(const std::string& directory, const std::string& text) {
  return std::any_of(fs::recursive_directory_iterator(directory), fs::recursive_directory_iterator(),
                     [&](const fs::directory_entry& entry) {
                       if (!entry.is_regular_file()) return false;
                       std::ostringstream bytes;
                       bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
                       return bytes.str().find(text) != std::string::npos;
                     });
}

int kills() { return std::max(2, static_cast<int>(from_environment("MORGUE_KILLS", 16)) / 4); }

unsigned seed() {
  return static_cast<unsigned>(from_environment("MORGUE_KILL_SEED", std::random_device()() >> 1U));
}

class KillOfUpkeepTest : public testing::Test {
 protected:
  /// An archive of second versions, with the first ones kept for a way back.
  KillOfUpkeepTest() {
    write_input(directory_.path("first.jsonl"), "first");
    write_input(directory_.path("second.jsonl"), "second");
    EXPECT_EQ(run({MORGUE_INDEX, "-a", start_, "--quiet", directory_.path("first.jsonl")}).exit_code, 0);
    EXPECT_EQ(
        run({MORGUE_INDEX, "-a", start_, "--quiet", "--rebuild", directory_.path("second.jsonl")}).exit_code,
        0);
    EXPECT_TRUE(is_anywhere_in(start_, secret));
  }

  void make_archive() const {
    fs::remove_all(archive_);
    fs::copy(start_, archive_, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    let_a_minute_pass(archive_);
  }

  std::vector<std::string> command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {MORGUE_INDEX, "-a", archive_, "--quiet"});
    return arguments;
  }

  std::chrono::duration<double> time_of(const std::vector<std::string>& command) const {
    make_archive();
    const auto begin = SteadyClock::now();
    EXPECT_EQ(run(command).exit_code, 0);
    return SteadyClock::now() - begin;
  }

  void kill_at(std::chrono::duration<double> moment, const std::vector<std::string>& command) const {
    make_archive();
    Background process(command);
    std::this_thread::sleep_for(moment);
    process.signal(SIGKILL);
    process.wait();
    EXPECT_EQ(faults_of(archive_), "");
  }

  const TemporaryDirectory directory_;
  const std::string start_ = directory_.path("start");
  const std::string archive_ = directory_.path("archive");
};

TEST_F(KillOfUpkeepTest, LeavesTheWayBackWholeOrGone) {
  const auto roll_back = command({"--rollback"});
  const auto longest = time_of(roll_back);
  ASSERT_EQ(versions_in(archive_), all("first", false));
  std::mt19937 random(seed());
  std::uniform_real_distribution<double> moment(0, longest.count());
  for (int killed = 0; killed < kills() && !HasFailure(); ++killed) {
    kill_at(std::chrono::duration<double>(moment(random)), roll_back);
    const auto versions = versions_in(archive_);
    const bool is_done = versions == all("first", false);
    EXPECT_TRUE(is_done || versions == all("second", false));
    EXPECT_EQ(run(roll_back).exit_code, is_done ? 2 : 0);
    EXPECT_EQ(versions_in(archive_), all("first", false));
    EXPECT_EQ(faults_of(archive_), "");
  }
}

TEST_F(KillOfUpkeepTest, PurgesAllWhenItIsCalledAgain) {
  std::vector<std::string> arguments;
  for (int i = 0; i < articles_kept_up; ++i)
    if (is_purged(i)) arguments.insert(arguments.end(), {"--purge", numbered_id(i)});
  const auto purge = command(arguments);
  const auto longest = time_of(purge);
  ASSERT_FALSE(is_anywhere_in(archive_, secret));
  std::mt19937 random(seed());
  std::uniform_real_distribution<double> moment(0, longest.count());
  for (int killed = 0; killed < kills() && !HasFailure(); ++killed) {
    kill_at(std::chrono::duration<double>(moment(random)), purge);
    const auto versions = versions_in(archive_);
    EXPECT_TRUE(versions == all("second", false) || versions == all("second", true));
    let_a_minute_pass(archive_);
    EXPECT_EQ(run(purge).exit_code, 0);
    EXPECT_FALSE(is_anywhere_in(archive_, secret));
    EXPECT_EQ(versions_in(archive_), all("second", true));
    EXPECT_EQ(faults_of(archive_), "");
    EXPECT_EQ(run(command({"--rollback"})).exit_code, 0);
    EXPECT_EQ(versions_in(archive_), all("first", true));
  }
}

}  // namespace
}  // namespace morgue
