// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/articles.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "common/index/archive_writer.h"

namespace morgue::testing_support {
namespace {

void put_into(ArchiveWriter& writer, const std::vector<Article>& articles) {
  for (const Article& each : articles)
    writer.put(each, each.taken == Article().taken ? test_now : each.taken);
  writer.commit();
}

/// Nobody reads while a test writes, so there is no commit to be survived.
ArchiveWriterOptions at_once(const std::string& time_zone = "") {
  return {.time_zone = time_zone, .between_commits = {}};
}

}  // namespace

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = testing::TempDir() + "/morgue-XXXXXX";
  if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary directory: " + pattern);
  path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TemporaryArchive::TemporaryArchive(const std::vector<Article>& articles, const std::string& time_zone) {
  ArchiveWriter writer(directory(), at_once(time_zone));
  put_into(writer, articles);
}

void TemporaryArchive::put(const std::vector<Article>& articles) {
  ArchiveWriter writer(directory(), at_once());
  put_into(writer, articles);
}

void TemporaryArchive::remove(const std::vector<std::string>& ids) {
  ArchiveWriter writer(directory(), at_once());
  for (const auto& id : ids) writer.remove(id);
  writer.commit();
}

}  // namespace morgue::testing_support
