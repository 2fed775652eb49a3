// SPDX-License-Identifier: GPL-3.0-or-later
// Articles and archives for tests: made in a line, gone at the end.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/article/article.h"

namespace morgue::testing_support {

inline constexpr std::int64_t test_now = 1'780'000'000;  // 2026-05-28

inline Article article(std::string id, std::string title, std::string body) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.body = std::move(body);
  made.language = "en";
  return made;
}

/// A directory of its own, removed with the object.
class TemporaryDirectory {
 public:
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  std::string path(const std::string& name = "") const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// An archive of these articles, each taken at its `taken` or, without one, at test_now.
class TemporaryArchive {
 public:
  explicit TemporaryArchive(const std::vector<Article>& articles, const std::string& time_zone = "UTC");

  std::string directory() const { return directory_.path("archive"); }
  void put(const std::vector<Article>& articles);
  void remove(const std::vector<std::string>& ids);

 private:
  TemporaryDirectory directory_;
};

}  // namespace morgue::testing_support
