// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the archive directory and of the writer's lock.
#include "common/index/archive.h"

#include <gmock/gmock.h>

#include <fstream>

#include "common/error.h"
#include "tests/common/index/child_process.h"
#include "tests/common/index/temporary_directory.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using testing_support::ChildProcess;
using testing_support::TemporaryDirectory;

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

template <class Function>
Error error_of(Function&& function) {
  try {
    function();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return Error(ErrorKind::usage, "");
}

ArchiveDirectory made_at(const fs::path& path) {
  ArchiveDirectory archive(path);
  archive.make();
  archive.begin();
  archive.make_current(archive.new_generation());
  return archive;
}

TEST(ArchiveDirectory, HasTheGenerationThatWasMadeCurrent) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive = made_at(directory / "archive");
  EXPECT_TRUE(archive.exists());
  EXPECT_EQ(archive.current().path, directory / "archive" / "generations/000001");
  const fs::path second = archive.new_generation();
  EXPECT_EQ(second.filename(), "000002");
  EXPECT_EQ(archive.current().path.filename(), "000001");
  archive.make_current(second);
  EXPECT_EQ(archive.current().path, second);
}

TEST(ArchiveDirectory, IsNoArchiveBeforeAGenerationIsCurrent) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive(directory / "archive");
  EXPECT_FALSE(archive.exists());
  EXPECT_EQ(error_of([&] { archive.check(); }).kind(), ErrorKind::not_found);
  archive.make();
  archive.begin();
  EXPECT_FALSE(archive.exists());
  EXPECT_EQ(error_of([&] { archive.current(); }).kind(), ErrorKind::not_found);
  EXPECT_NO_THROW(archive.make());
  EXPECT_NO_THROW(archive.begin());
}

TEST(ArchiveDirectory, SaysWhatIsThereInstead) {
  const TemporaryDirectory directory;
  fs::create_directory(directory / "photos");
  write(directory / "photos" / "a.jpg", "x");
  write(directory / "file", "x");
  EXPECT_THAT(error_of([&] { ArchiveDirectory(directory / "none").check(); }).what(),
              HasSubstr("there is no archive"));
  EXPECT_THAT(error_of([&] { ArchiveDirectory(directory / "photos").check(); }).what(),
              HasSubstr("not an archive"));
  EXPECT_THAT(error_of([&] { ArchiveDirectory(directory / "file").check(); }).what(),
              HasSubstr("not a directory"));
}

TEST(ArchiveDirectory, IsNotMadeAmongOtherFiles) {
  const TemporaryDirectory directory;
  fs::create_directory(directory / "photos");
  write(directory / "photos" / "a.jpg", "x");
  const Error error = error_of([&] { ArchiveDirectory(directory / "photos").make(); });
  EXPECT_EQ(error.kind(), ErrorKind::usage);
  EXPECT_THAT(error.what(), HasSubstr("not empty"));
  EXPECT_FALSE(fs::exists(directory / "photos" / "archive.json"));
}

TEST(ArchiveDirectory, IsMadeWhereOneWasBegunAndNotFinished) {
  const TemporaryDirectory directory;
  fs::create_directories(directory / "archive" / "lost+found");
  write(directory / "archive" / "archive.json.new", "{\"for");
  write(directory / "archive" / "lock", "");
  fs::create_symlink("generations/000001", directory / "archive" / "current.new");
  fs::create_directories(directory / "archive" / "generations" / "000001");
  const ArchiveDirectory archive = made_at(directory / "archive");
  EXPECT_EQ(archive.current().path.filename(), "000002");
}

TEST(ArchiveDirectory, RefusesAnotherFormat) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive = made_at(directory / "archive");
  struct Row {
    const char* json;
    const char* message;
    const char* hint;
  };
  for (const auto& row :
       {Row{R"({"format": 7})", "made by a newer Morgue (format 7, this program reads 6)", "newer program"},
        Row{R"({"format": 0})", "made by an older Morgue (format 0, this program reads 6)", "--rebuild"}}) {
    write(directory / "archive" / "archive.json", row.json);
    for (const Error& error : {error_of([&] { archive.check(); }), error_of([&] { archive.current(); }),
                               error_of([&] { archive.begin(); })}) {
      EXPECT_EQ(error.kind(), ErrorKind::incompatible);
      EXPECT_THAT(error.what(), HasSubstr(row.message));
      EXPECT_THAT(error.hint(), HasSubstr(row.hint));
    }
  }
}

TEST(ArchiveDirectory, RefusesAFormatThatCannotBeRead) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive = made_at(directory / "archive");
  for (const auto* json : {"", "{", "[]", "{}", R"({"format": "1"})"}) {
    write(directory / "archive" / "archive.json", json);
    EXPECT_EQ(error_of([&] { archive.check(); }).kind(), ErrorKind::storage) << json;
  }
  fs::remove(directory / "archive" / "archive.json");
  EXPECT_EQ(error_of([&] { archive.check(); }).kind(), ErrorKind::storage);
}

TEST(ArchiveDirectory, TellsASwapToAGenerationOfTheSameName) {
  const TemporaryDirectory directory;
  const auto before = made_at(directory / "archive").current();
  EXPECT_EQ(ArchiveDirectory(directory / "archive").current(), before);
  fs::remove_all(directory / "archive");
  const auto after = made_at(directory / "archive").current();
  EXPECT_EQ(after.path, before.path);
  EXPECT_NE(after, before);
}

TEST(ArchiveLock, RefusesASecondWriterAndNamesTheFirst) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive = made_at(directory / "archive");
  const ChildProcess holder([&](const auto& report) {
    const ArchiveLock lock(archive);
    report();
    for (;;) ::pause();
  });
  ASSERT_TRUE(holder.has_reported());
  const Error error = error_of([&] { ArchiveLock lock(archive); });
  EXPECT_EQ(error.kind(), ErrorKind::locked);
  EXPECT_THAT(error.what(), HasSubstr("process " + std::to_string(holder.id())));
}

TEST(ArchiveLock, IsFreeAfterItsHolderWasKilled) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive = made_at(directory / "archive");
  ChildProcess holder([&](const auto& report) {
    const ArchiveLock lock(archive);
    report();
    for (;;) ::pause();
  });
  ASSERT_TRUE(holder.has_reported());
  holder.kill();
  EXPECT_NO_THROW(ArchiveLock{archive});
}

TEST(ArchiveLock, IsFreeAfterItsEnd) {
  const TemporaryDirectory directory;
  const ArchiveDirectory archive = made_at(directory / "archive");
  { const ArchiveLock lock(archive); }
  const ArchiveLock again(archive);
  EXPECT_EQ(error_of([&] { ArchiveLock third(archive); }).kind(), ErrorKind::locked);
}

}  // namespace
}  // namespace morgue
