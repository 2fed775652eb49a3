// SPDX-License-Identifier: GPL-3.0-or-later
// morgue-index over a folder of damaged input: it ends well, refuses with place and reason, and takes all
// that is sound. MORGUE_DAMAGED_BYTES and MORGUE_DAMAGED_SEED make it longer and other.
#include <gmock/gmock.h>

#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "common/index/archive_reader.h"
#include "tests/end_to_end/damaged_articles.h"
#include "tests/support/articles.h"
#include "tests/support/chance.h"
#include "tests/support/program.h"

namespace morgue {
namespace {

using nlohmann::json;

void expect_place_and_reason(const json& reject) {
  EXPECT_FALSE(reject["input"].get<std::string>().empty()) << reject;
  EXPECT_GE(reject["line"].get<std::uint64_t>(), 1u) << reject;
  EXPECT_TRUE(reject["byte"].is_number_unsigned()) << reject;
  for (const auto* key : {"code", "reason", "hint"})
    EXPECT_FALSE(reject[key].get<std::string>().empty()) << reject;
}

/// How many rejects there are of each code.
std::map<std::string, std::size_t> checked_rejects(const std::string& path) {
  std::map<std::string, std::size_t> codes;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    const auto reject = json::parse(line);
    expect_place_and_reason(reject);
    ++codes[reject["code"].get<std::string>()];
  }
  return codes;
}

TEST(DamagedInput, LosesNothingThatIsSound) {
  const testing_support::TemporaryDirectory directory;
  const auto damage = write_damaged_articles(
      directory.path("input"), testing_support::from_environment("MORGUE_DAMAGED_BYTES", 400'000),
      testing_support::from_environment("MORGUE_DAMAGED_SEED", 1));
  const auto ran =
      testing_support::run({MORGUE_INDEX, "-a", directory.path("archive"), "--language", "en", "--json",
                            "--rejects", directory.path("rejects"), directory.path("input")});
  ASSERT_EQ(ran.exit_code, 1) << ran.err;
  const auto summary = json::parse(ran.out);
  std::size_t rejected = 0;
  for (const auto& [code, count] : checked_rejects(directory.path("rejects"))) {
    std::cout << code << " " << count << "\n";
    rejected += count;
  }
  EXPECT_EQ(summary["rejected"], rejected);
  EXPECT_GE(rejected, damage.broken);
  ArchiveReader reader(directory.path("archive"));
  std::size_t lost = 0;
  for (const auto& id : damage.sound)
    if (!reader.find(id)) ADD_FAILURE_AT(__FILE__, __LINE__) << id << " of " << ++lost << " lost";
  std::cout << damage.sound.size() << " sound, " << lost << " of them lost; " << damage.broken << " broken; "
            << ran.out;
}

}  // namespace
}  // namespace morgue
