// SPDX-License-Identifier: GPL-3.0-or-later
// The options of morgue-index.
#include "indexer/options.h"

#include <gmock/gmock.h>

#include "common/error.h"

namespace morgue {
namespace {

using testing::ElementsAre;

ReadOptions read(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "morgue-index");
  return read_options(static_cast<int>(arguments.size()), arguments.data());
}

TEST(IndexerOptions, AreRead) {
  const auto options =
      read({"a.json",     "-",         "-a",        "dir",      "--remove",   "x",
            "--remove",   "y",         "--rejects", "r",        "--timezone", "Europe/Berlin",
            "--language", "de",        "--dry-run", "--json",   "--quiet",    "--progress",
            "never",      "--threads", "3",         "--memory", "64M"})
          .options;
  EXPECT_THAT(options.inputs, ElementsAre("a.json", "-"));
  EXPECT_EQ(options.archive, "dir");
  EXPECT_THAT(options.remove, ElementsAre("x", "y"));
  EXPECT_EQ(options.rejects, "r");
  EXPECT_EQ(options.time_zone, "Europe/Berlin");
  EXPECT_EQ(options.language, "de");
  EXPECT_EQ(options.progress, "never");
  EXPECT_EQ(options.threads, 3u);
  EXPECT_EQ(options.memory.bytes, 64u << 20);
  EXPECT_TRUE(options.dry_run && options.json && options.quiet);
}

TEST(IndexerOptions, AreCheckedBeforeAnythingIsDone) {
  const std::vector<std::vector<const char*>> rows{{},
                                                   {"a", "--progress", "sometimes"},
                                                   {"a", "--timezone", "Berlin"},
                                                   {"a", "--language", "x"},
                                                   {"a", "--threads", "0"},
                                                   {"a", "--threads", "two"},
                                                   {"a", "--memory", "much"},
                                                   {"a", "--threeds"},
                                                   {"--rebuild"},
                                                   {"--strict"},
                                                   {"a", "--rebuild", "--remove", "x"},
                                                   {"a", "--rebuild", "--purge", "x"},
                                                   {"--purge", "x", "--dry-run"},
                                                   {"a", "--rollback"},
                                                   {"--rollback", "--purge", "x"},
                                                   {"--rollback", "--dry-run"},
                                                   {"a", "--check"},
                                                   {"--rollback", "--check"}};
  for (const auto& row : rows) {
    try {
      read(row);
      ADD_FAILURE() << testing::PrintToString(row);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_NE(error.hint(), "");
    }
  }
}

TEST(IndexerOptions, NeedNoInputWhereArticlesAreTakenOut) {
  EXPECT_NO_THROW(read({"--remove", "x"}));
  EXPECT_NO_THROW(read({"--remove-from", "file"}));
  EXPECT_NO_THROW(read({"--purge", "x"}));
  EXPECT_NO_THROW(read({"--rollback"}));
  EXPECT_NO_THROW(read({"--check"}));
}

TEST(IndexerOptions, MayAskForHelpAlone) { EXPECT_TRUE(read({"--help"}).text_to_print.has_value()); }

}  // namespace
}  // namespace morgue
