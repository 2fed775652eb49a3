// SPDX-License-Identifier: GPL-3.0-or-later
// A directory that is there for one test. Knows nothing of archives.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace morgue::testing_support {

class TemporaryDirectory {
 public:
  TemporaryDirectory() : path_(unique_path()) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  static std::filesystem::path unique_path() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::string name = std::string(test->test_suite_name()) + "." + test->name();
    return std::filesystem::path(::testing::TempDir()) /
           ("morgue." + name + "." + std::to_string(::getpid()));
  }

  const std::filesystem::path path_;
};

}  // namespace morgue::testing_support
