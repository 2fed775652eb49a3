// SPDX-License-Identifier: GPL-3.0-or-later
// Which files inputs mean.
#include "indexer/inputs/files.h"

#include <gmock/gmock.h>

#include <fstream>

#include "tests/support/articles.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class FilesTest : public testing::Test {
 protected:
  void make(const std::string& name, const std::string& text = "x") {
    const fs::path path = directory_.path(name);
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
  }
  /// The names found, relative to the directory.
  std::vector<std::string> names(const FoundFiles& found) {
    std::vector<std::string> result;
    for (const auto& file : found.files)
      result.push_back(fs::relative(file.path, directory_.path()).string());
    return result;
  }

  testing_support::TemporaryDirectory directory_;
};

TEST_F(FilesTest, AreTakenFromFoldersInTheOrderOfNames) {
  for (const auto* name : {"b.json", "a/2.JSONL", "a/1.ndjson", "c.xml", "a/README.md", "a/deep/er/x.json"})
    make(name);
  const auto found = find_files({directory_.path()});
  EXPECT_THAT(names(found), ElementsAre("a/1.ndjson", "a/2.JSONL", "a/deep/er/x.json", "b.json"));
  EXPECT_EQ(found.files[0].kind, InputKind::json_lines);
  EXPECT_EQ(found.files[1].kind, InputKind::json_lines);
  EXPECT_EQ(found.files[3].kind, InputKind::json);
  EXPECT_EQ(found.bytes(), 4u);
}

TEST_F(FilesTest, MayBePagesButNotWhatStandsBesideThem) {
  for (const auto* name : {"a.html", "a_files/ad.html", "b.htm", "b_files/x.txt", "c_files/c.txt",
                           "LICENSE.txt", "Readme.txt", "d.TXT", "README.html"})
    make(name);
  const auto found = find_files({directory_.path()});
  EXPECT_THAT(names(found), ElementsAre("README.html", "a.html", "b.htm", "c_files/c.txt", "d.TXT"));
  EXPECT_EQ(found.files[2].kind, InputKind::html);
  EXPECT_EQ(found.files[4].kind, InputKind::text);
  EXPECT_THAT(names(find_files({directory_.path("Readme.txt")})), ElementsAre("Readme.txt"));
}

TEST_F(FilesTest, AreNotThoseOfAnArchive) {
  for (const auto* name : {"a.json", "morgue-archive/archive.json",
                           "morgue-archive/generations/000001/iamglass", "other/archive.json"})
    make(name);
  EXPECT_THAT(names(find_files({directory_.path()})), ElementsAre("a.json", "other/archive.json"));
}

TEST_F(FilesTest, KeepTheOrderOfTheCommandLine) {
  make("b.json");
  make("a.xml", "four");
  const auto found = find_files({directory_.path("b.json"), directory_.path("a.xml")});
  EXPECT_THAT(names(found), ElementsAre("b.json", "a.xml"));
  EXPECT_EQ(found.files[1].kind, InputKind::by_content);
  EXPECT_EQ(found.bytes(), 5u);
}

TEST_F(FilesTest, MayBeNamedAsCompressed) {
  for (const auto* name : {"a.json.gz", "b.jsonl.ZST", "c.ndjson.bz2", "d.xml.gz", "e.gz"}) make(name);
  const auto found = find_files({directory_.path()});
  EXPECT_THAT(names(found), ElementsAre("a.json.gz", "b.jsonl.ZST", "c.ndjson.bz2"));
  EXPECT_EQ(found.files[0].kind, InputKind::json);
  EXPECT_EQ(found.files[1].kind, InputKind::json_lines);
  EXPECT_EQ(found.bytes(), std::nullopt);
}

TEST_F(FilesTest, MayBeStdinOfUnknownLength) {
  const auto found = find_files({"-"});
  ASSERT_THAT(found.files, SizeIs(1));
  EXPECT_EQ(found.bytes(), std::nullopt);
}

TEST_F(FilesTest, ThatAreNotThereAreFaults) {
  make("a.json");
  const auto found = find_files({directory_.path("a.json"), directory_.path("b.json")});
  EXPECT_THAT(found.files, SizeIs(1));
  ASSERT_THAT(found.unreadable, SizeIs(1));
  EXPECT_EQ(found.unreadable[0].code, "unreadable");
  EXPECT_EQ(found.unreadable[0].reason,
            "cannot read " + directory_.path("b.json") + ": No such file or directory");
}

TEST_F(FilesTest, MayBeMissingInAFolder) {
  make("README.txt");
  const auto found = find_files({directory_.path()});
  EXPECT_THAT(found.files, IsEmpty());
  EXPECT_THAT(found.empty_folders, ElementsAre(directory_.path()));
}

TEST_F(FilesTest, AreNotSoughtInACircleOfLinks) {
  make("a/x.json");
  fs::create_directory_symlink(directory_.path(), directory_.path("a/up"));
  fs::create_symlink(directory_.path("a/x.json"), directory_.path("y.json"));
  fs::create_symlink(directory_.path("nowhere"), directory_.path("broken.json"));
  EXPECT_THAT(find_files({directory_.path()}).files, SizeIs(2));
}

}  // namespace
}  // namespace morgue
