// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full: the message says so, nothing committed is lost, what was begun is cleaned away, and
// with room the same command finishes. On a small disk in memory where this account may mount one, else with
// a limit on the size of files.
#include <gmock/gmock.h>
#include <sys/mount.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/kept_archive.h"
#include "tests/support/articles.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using namespace testing_support;
using testing::HasSubstr;

class SmallDisk {
 public:
  SmallDisk() {
    fs::create_directory(path());
    is_mounted_ = ::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=3m") == 0;
  }
  ~SmallDisk() {
    if (is_mounted_) ::umount2(path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  std::string path() const { return directory_.path("disk"); }
  void make_room() {
    is_roomy_ = true;
    const bool has_room =
        !is_mounted_ || ::mount("tmpfs", path().c_str(), "tmpfs", MS_REMOUNT, "size=200m") == 0;
    ASSERT_TRUE(has_room);
  }
  Ran run(std::vector<std::string> arguments) const {
    std::vector<std::string> command{MORGUE_INDEX, "-a", path() + "/archive", "--memory", "16M"};
    if (!is_mounted_ && !is_roomy_)
      command.insert(command.begin(), {"bash", "-c", "trap '' XFSZ; ulimit -f 1000; exec \"$@\"", "limited"});
    command.insert(command.end(), arguments.begin(), arguments.end());
    return testing_support::run(command);
  }

 private:
  const TemporaryDirectory directory_;
  bool is_mounted_ = false;
  bool is_roomy_ = false;
};

/// Words in which nothing repeats much.
void write_articles(const std::string& path, int first, int last) {
  std::ofstream file(path);
  for (int i = first; i < last; ++i) {
    std::string body;
    for (int word = 0; word < 150; ++word)
      body += "w" + std::to_string((i * 7919 + word * 104'729) % 100'003) + ' ';
    file << nlohmann::json{{"id", std::to_string(i)}, {"body", body}, {"language", "en"}} << '\n';
  }
}

std::uintmax_t bytes_of_all_files(const std::string& path) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

TEST(AFullDisk, LosesNothingAndIsSaid) {
  const TemporaryDirectory inputs;
  const std::string few = inputs.path("few.jsonl"), many = inputs.path("many.jsonl");
  write_articles(few, 0, 10);
  write_articles(many, 0, 600);
  SmallDisk disk;
  const std::string archive = disk.path() + "/archive";
  ASSERT_EQ(disk.run({few}).exit_code, 0);
  const Kept before = kept_in(archive);

  const auto before_rebuild = bytes_of_all_files(archive);
  const Ran rebuild = disk.run({"--rebuild", many});
  EXPECT_EQ(rebuild.exit_code, 2);
  EXPECT_THAT(rebuild.err, HasSubstr("make room on the disk"));
  EXPECT_EQ(kept_in(archive).articles, before.articles);
  EXPECT_EQ(bytes_of_all_files(archive), before_rebuild);

  const Ran more = disk.run({"--build", "bulk", many});
  EXPECT_EQ(more.exit_code, 2);
  EXPECT_THAT(more.err, HasSubstr("make room on the disk"));
  EXPECT_EQ(kept_in(archive).articles, before.articles);
  EXPECT_EQ(bytes_of_all_files(archive), before_rebuild);

  const Ran added = disk.run({many});
  EXPECT_EQ(added.exit_code, 2);
  EXPECT_THAT(added.err, HasSubstr("make room on the disk, then run the same command again"));
  EXPECT_EQ(faults_of(archive), "");
  const Kept half = kept_in(archive);
  EXPECT_GE(half.articles.size(), before.articles.size());
  EXPECT_LT(half.articles.size(), 600u);
  for (std::size_t i = 0; i < half.articles.size(); ++i)
    EXPECT_TRUE(half.articles.contains(std::to_string(i)))
        << "a gap among the first " << half.articles.size();

  disk.make_room();
  const Ran again = disk.run({many, "--json"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  const auto summary = nlohmann::json::parse(again.out);
  EXPECT_EQ(summary["unchanged"], half.articles.size());
  EXPECT_EQ(summary["added"], 600 - half.articles.size());
  EXPECT_EQ(summary["articles"], 600);
  EXPECT_EQ(faults_of(archive), "");
}

/// There is five times the room of the articles, as is looked for before, and not for all that they become.
TEST(AFullDisk, LeavesNothingOfAnArchiveThatIsBuiltInBulk) {
  const TemporaryDirectory inputs;
  const std::string many = inputs.path("many.jsonl");
  write_articles(many, 0, 500);
  SmallDisk disk;
  const Ran failed = disk.run({"--build", "bulk", many});
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_THAT(failed.err, HasSubstr("cannot write"));
  EXPECT_THAT(failed.err, HasSubstr("make room on the disk, then run the same command again"));
  EXPECT_FALSE(fs::exists(disk.path() + "/archive"));

  disk.make_room();
  const Ran again = disk.run({"--build", "bulk", many, "--json"});
  ASSERT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(nlohmann::json::parse(again.out)["added"], 500);
  EXPECT_EQ(faults_of(disk.path() + "/archive"), "");
}

}  // namespace
}  // namespace morgue
