// SPDX-License-Identifier: GPL-3.0-or-later
// Where a build keeps its runs.
#pragma once

#include <filesystem>
#include <system_error>

#include "common/index/storage_error.h"

namespace morgue {

/// A folder in the generation's, gone with this.
class BuildingFolder {
 public:
  explicit BuildingFolder(const std::filesystem::path& generation) : path_(generation / "building") {
    with_file_errors("cannot make " + path_.string(),
                     [&] { return std::filesystem::create_directory(path_); });
  }
  ~BuildingFolder() {
    std::error_code ignored;  // what fails to be built goes as a whole
    std::filesystem::remove_all(path_, ignored);
  }
  BuildingFolder(const BuildingFolder&) = delete;
  BuildingFolder& operator=(const BuildingFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void remove() {
    with_file_errors("cannot remove " + path_.string(), [&] { return std::filesystem::remove_all(path_); });
  }

 private:
  const std::filesystem::path path_;
};

}  // namespace morgue
