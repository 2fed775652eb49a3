// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at any moment: the archive opens, is sound and holds what one of the commits held; the same command
// again ends as if nothing had happened. MORGUE_KILLS sets the number of kills (16), MORGUE_KILL_SEED the
// moments.
#include <gmock/gmock.h>
#include <signal.h>
#include <stdlib.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "common/index/archive.h"
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

constexpr int articles_in_all = 400;

std::string body_of(int i, const std::string& version) {
  std::string body = version + " of article number " + std::to_string(i) + ".\n\n";
  for (int word = 0; word < 15; ++word) body += "word" + std::to_string((i * 31 + word * 17) % 1000) + ' ';
  return body + std::string(700, '-');  // bytes for a commit or two on the way, without the work of words
}

/// The same text for the file that is read and for what is expected.
Article version_of(int i, const std::string& version) {
  return article(numbered_id(i), "Number " + std::to_string(i), body_of(i, version));
}

void write_inputs(const std::string& path, const std::string& version) {
  std::ofstream file(path);
  for (int i = 0; i < articles_in_all; ++i) {
    const Article each = version_of(i, version);
    file << nlohmann::json{{"id", each.id},
                           {"title", each.title},
                           {"body", each.body},
                           {"language", each.language}}
         << '\n';
  }
}

/// What a command does to an archive: the versions of its articles before ("" is none) and after, and whether
/// readers may see it half done.
struct Deed {
  const char* name;
  std::vector<std::string> arguments;
  std::string before;
  std::string after;
  bool is_seen_half_done;
};

class Trial {
 public:
  Trial(const Deed& deed, std::string archive, const std::string& start)
      : deed_(deed), archive_(std::move(archive)) {
    fs::remove_all(archive_);
    if (deed_.before.empty()) return;
    fs::copy(start, archive_, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    let_a_minute_pass(archive_);
  }

  void begin() {
    std::vector<std::string> command{MORGUE_INDEX, "-a", archive_, "--quiet", "--memory", "16M"};
    command.insert(command.end(), deed_.arguments.begin(), deed_.arguments.end());
    process_ = std::make_unique<Background>(command);
  }
  void kill() {
    process_->signal(SIGKILL);
    process_->wait();
  }
  int wait() { return process_->wait(); }
  void begin_again() {
    if (ArchiveDirectory(archive_).exists()) let_a_minute_pass(archive_);
    begin();
  }

  /// How many of the articles, from the first on, are as they are to be in the end.
  int done() const {
    if (deed_.before.empty() && !ArchiveDirectory(archive_).exists()) return 0;
    EXPECT_EQ(faults_of(archive_), "");
    const Kept kept = kept_in(archive_);
    int done = 0;
    while (done < articles_in_all && version_in(kept, done) == deed_.after) ++done;
    for (int i = done; i < articles_in_all; ++i) {
      if (version_in(kept, i) == deed_.before) continue;
      ADD_FAILURE() << numbered_id(i) << " is \"" << version_in(kept, i) << "\", and " << done << " are done";
      break;
    }
    return done;
  }

  Kept kept() const { return kept_in(archive_); }
  const Deed& deed() const { return deed_; }
  std::size_t generations() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(archive_ + "/generations"), fs::directory_iterator()));
  }

 private:
  static std::string version_in(const Kept& kept, int i) {
    const auto found = kept.articles.find(numbered_id(i));
    if (found == kept.articles.end()) return "";
    const std::string body = found->second.body();
    const std::string version = body.substr(0, body.find(' '));
    return body == body_of(i, version) ? version : "damaged";
  }

  Deed deed_;
  std::string archive_;
  std::unique_ptr<Background> process_;
};

class KillTest : public testing::Test {
 protected:
  KillTest() {
    write_inputs(directory_.path("first.jsonl"), "first");
    write_inputs(directory_.path("second.jsonl"), "second");
    std::ofstream ids(directory_.path("ids"));
    for (int i = 0; i < articles_in_all; ++i) ids << numbered_id(i) << '\n';
    std::vector<Article> articles;
    for (int i = 0; i < articles_in_all; ++i) articles.push_back(version_of(i, "first"));
    start_ = std::make_unique<TemporaryArchive>(articles);
  }

  std::vector<Deed> deeds() const {
    const std::string second = directory_.path("second.jsonl");
    return {
        {"build", {directory_.path("first.jsonl")}, "", "first", false},
        {"add", {"--build", "in-place", directory_.path("first.jsonl")}, "", "first", true},
        {"replace", {second}, "first", "second", true},
        {"remove", {"--remove-from", directory_.path("ids")}, "first", "", true},
        {"rebuild", {"--rebuild", second}, "first", "second", false},
        {"more", {"--build", "bulk", second}, "first", "second", false},
    };
  }

  std::vector<Trial> trials() const {
    std::vector<Trial> trials;
    for (const auto& deed : deeds())
      trials.emplace_back(deed, directory_.path(deed.name), start_->directory());
    return trials;
  }

  const TemporaryDirectory directory_;
  std::unique_ptr<TemporaryArchive> start_;
};

void expect_the_same(const Kept& kept, const Kept& expected, const Deed& deed) {
  EXPECT_EQ(kept.metadata, expected.metadata) << deed.name;
  EXPECT_TRUE(kept.positions == expected.positions) << deed.name;
  ASSERT_EQ(kept.articles.size(), expected.articles.size()) << deed.name;
  for (const auto& [id, article] : expected.articles) {
    ASSERT_EQ(kept.articles.at(id).content, article.content) << deed.name;
    if (deed.before.empty()) continue;
    ASSERT_EQ(kept.articles.at(id).added, article.added) << deed.name;
  }
}

TEST_F(KillTest, LosesNothingAndIsFinishedByTheSameCommand) {
  std::vector<Kept> uninterrupted;
  std::chrono::duration<double> longest{0};
  {
    auto whole = trials();
    const auto begin = SteadyClock::now();
    for (auto& trial : whole) trial.begin();
    for (auto& trial : whole) EXPECT_EQ(trial.wait(), 0) << trial.deed().name;
    longest = SteadyClock::now() - begin;
    for (const auto& trial : whole) {
      EXPECT_EQ(trial.done(), articles_in_all) << trial.deed().name;
      uninterrupted.push_back(trial.kept());
    }
  }

  const auto seed = static_cast<unsigned>(from_environment("MORGUE_KILL_SEED", std::random_device()() >> 1U));
  SCOPED_TRACE("MORGUE_KILL_SEED=" + std::to_string(seed));
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> moment(0, longest.count());
  const int kills = static_cast<int>(from_environment("MORGUE_KILLS", 16));
  int half_done = 0;
  for (int killed = 0; killed < kills && !HasFailure();) {
    auto wave = trials();
    std::multimap<double, Trial*> by_moment;
    for (auto& trial : wave) by_moment.emplace(moment(random), &trial);
    const auto begin = SteadyClock::now();
    for (auto& trial : wave) trial.begin();
    for (auto& [when, trial] : by_moment) {
      std::this_thread::sleep_until(
          begin + std::chrono::duration_cast<SteadyClock::duration>(std::chrono::duration<double>(when)));
      trial->kill();
      ++killed;
    }
    for (auto& trial : wave) {
      SCOPED_TRACE(trial.deed().name);
      const int done = trial.done();
      if (done > 0 && done < articles_in_all) {
        EXPECT_TRUE(trial.deed().is_seen_half_done);
        ++half_done;
      }
    }
    for (auto& trial : wave) trial.begin_again();
    for (auto& trial : wave) EXPECT_EQ(trial.wait(), 0) << trial.deed().name;
    for (std::size_t i = 0; i < wave.size(); ++i) {
      EXPECT_EQ(wave[i].done(), articles_in_all) << wave[i].deed().name;
      EXPECT_LE(wave[i].generations(), 2u);
      expect_the_same(wave[i].kept(), uninterrupted[i], wave[i].deed());
    }
  }
  std::cout << kills << " kills within " << longest.count() << " s, " << half_done
            << " of them between two commits of a run\n";
}

}  // namespace
}  // namespace morgue
