// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/articles.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "common/index/archive_writer.h"

namespace morgue::testing_support {

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
  ArchiveWriterOptions options;
  options.time_zone = time_zone;
  ArchiveWriter writer(directory(), options);
  for (const Article& each : articles) writer.put(each, test_now);
  writer.commit();
}

void TemporaryArchive::put(const std::vector<Article>& articles) {
  ArchiveWriter writer(directory(), {});
  for (const Article& each : articles) writer.put(each, test_now);
  writer.commit();
}

void TemporaryArchive::remove(const std::vector<std::string>& ids) {
  ArchiveWriter writer(directory(), {});
  for (const auto& id : ids) writer.remove(id);
  writer.commit();
}

}  // namespace morgue::testing_support
