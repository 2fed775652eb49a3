// SPDX-License-Identifier: GPL-3.0-or-later
// The archive directory on disk: what is written so that it survives a kill, and how its pointer is swapped.
#include "common/index/archive.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/files_on_disk.h"
#include "common/index/schema.h"
#include "common/index/storage_error.h"

namespace morgue {

namespace {

namespace fs = std::filesystem;

constexpr const char* format_file = "archive.json";
constexpr const char* format_draft = "archive.json.new";
constexpr const char* current_link = "current";
constexpr const char* current_draft = "current.new";
constexpr const char* generations_folder = "generations";
constexpr const char* before_link = "before";
constexpr const char* lock_file = "lock";

// What an archive begun and not finished may hold, and what every new file system does.
constexpr std::array<std::string_view, 7> names_not_in_the_way{
    format_file, format_draft, current_link, current_draft, generations_folder, lock_file, "lost+found"};

constexpr const char* how_to_make_one = "make one with morgue-index, or name another with --archive";

bool is_in_the_way(const fs::directory_entry& entry) {
  return std::ranges::find(names_not_in_the_way, entry.path().filename().string()) ==
         names_not_in_the_way.end();
}

bool holds_something_else(const fs::path& directory) {
  return with_file_errors("cannot read " + directory.string(), [&] {
    return std::ranges::any_of(fs::directory_iterator(directory), is_in_the_way);
  });
}

Error no_archive(const fs::path& path) {
  const std::string name = path.string();
  std::string message = "there is no archive at " + name;
  if (fs::exists(path) && !fs::is_directory(path)) message = name + " is not a directory";
  else if (fs::is_directory(path) && holds_something_else(path)) message = name + " is not an archive";
  return Error(ErrorKind::not_found, message, how_to_make_one);
}

void write_format(const fs::path& directory) {
  const fs::path draft = directory / format_draft;
  std::ofstream file(draft, std::ios::trunc);
  file << nlohmann::json{{"format", schema::format_version}} << '\n';
  file.close();
  if (!file) throw storage_error("cannot write " + draft.string(), errno);
  sync(draft);
  fs::rename(draft, directory / format_file);
  sync(directory);
}

int read_format(const fs::path& directory) {
  const fs::path path = directory / format_file;
  std::ifstream file(path);
  const auto json = nlohmann::json::parse(file, nullptr, false);
  if (!json.is_object() || !json.contains("format") || !json["format"].is_number_integer())
    throw Error(ErrorKind::storage, path.string() + " does not tell the archive's format",
                "build the archive anew in another directory");
  return json["format"].get<int>();
}

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int last_generation(const fs::path& generations) {
  int last = 0;
  for (const auto& entry : fs::directory_iterator(generations)) {
    const std::string name = entry.path().filename().string();
    if (is_number(name)) last = std::max(last, std::stoi(name));
  }
  return last;
}

std::string generation_name(int number) {
  const std::string digits = std::to_string(number);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

/// Without its path. nullopt: there is no link.
std::optional<CurrentGeneration> pointed_to(const fs::path& link) {
  struct stat status {};
  if (::lstat(link.c_str(), &status) != 0) return std::nullopt;
  // When the link was made: each swap makes a new one.
  return CurrentGeneration{
      .path = {},
      .swapped = status.st_ctim.tv_sec * std::int64_t{1'000'000'000} + status.st_ctim.tv_nsec,
      .link = status.st_ino};
}

}  // namespace

ArchiveDirectory::ArchiveDirectory(fs::path path) : path_(std::move(path)) {}

bool ArchiveDirectory::exists() const {
  return with_file_errors("cannot look into " + path_.string(),
                          [&] { return fs::is_symlink(fs::symlink_status(path_ / current_link)); });
}

void ArchiveDirectory::check() const {
  if (!exists())
    throw with_file_errors("cannot look at " + path_.string(), [&] { return no_archive(path_); });
  check_format();
}

void ArchiveDirectory::check_format() const {
  const int format = read_format(path_);
  if (format == schema::format_version) return;
  const bool newer = format > schema::format_version;
  throw Error(ErrorKind::incompatible,
              path_.string() + " was made by " + (newer ? "a newer" : "an older") + " Morgue (format " +
                  std::to_string(format) + ", this program reads " + std::to_string(schema::format_version) +
                  ")",
              newer ? "use the newer program, or build the archive anew: morgue-index --rebuild"
                    : "build the archive anew: morgue-index --rebuild");
}

CurrentGeneration ArchiveDirectory::current() const {
  check();
  const fs::path link = path_ / current_link;
  return with_file_errors("cannot read " + link.string(), [&] {
    auto current = pointed_to(link);
    if (!current) throw storage_error("cannot read " + link.string(), errno);
    current->path = linked();
    return *std::move(current);
  });
}

CurrentGeneration ArchiveDirectory::current_since(const CurrentGeneration& known) const {
  const auto pointed = pointed_to(path_ / current_link);
  const bool is_known = pointed && pointed->swapped == known.swapped && pointed->link == known.link;
  return is_known ? known : current();
}

fs::path ArchiveDirectory::linked() const {
  const fs::path link = path_ / current_link;
  return with_file_errors("cannot read " + link.string(), [&] { return path_ / fs::read_symlink(link); });
}

bool ArchiveDirectory::is_of_this_format() const { return read_format(path_) == schema::format_version; }

fs::path ArchiveDirectory::new_generation() const {
  const fs::path generations = path_ / generations_folder;
  return with_file_errors("cannot make a generation in " + generations.string(), [&] {
    fs::create_directories(generations);
    const fs::path generation = generations / generation_name(last_generation(generations) + 1);
    fs::create_directory(generation);
    return generation;
  });
}

void ArchiveDirectory::make_current(const fs::path& generation, const std::optional<fs::path>& before) const {
  with_file_errors("cannot make " + generation.string() + " current", [&] {
    if (before) fs::create_symlink(fs::path("..") / before->filename(), generation / before_link);
    sync_with_contents(generation);
    sync(path_ / generations_folder);
    // Before the swap: an archive of another format could not be opened anyway.
    if (!fs::exists(path_ / format_file) || !is_of_this_format()) write_format(path_);
    point_to(generation);
  });
}

std::optional<fs::path> ArchiveDirectory::before(const fs::path& generation) const {
  const fs::path link = generation / before_link;
  return with_file_errors("cannot read " + link.string(), [&]() -> std::optional<fs::path> {
    if (!fs::is_directory(link)) return std::nullopt;
    return path_ / generations_folder / fs::read_symlink(link).filename();
  });
}

void ArchiveDirectory::roll_back() const {
  const auto target = before(current().path);
  if (!target)
    throw Error(ErrorKind::not_found, path_.string() + " keeps no generation before this one",
                "a generation is kept when the archive is built anew with --rebuild or --strict");
  with_file_errors("cannot make " + target->string() + " current", [&] { point_to(*target); });
}

void ArchiveDirectory::point_to(const fs::path& generation) const {
  const fs::path draft = path_ / current_draft;
  fs::remove(draft);
  fs::create_symlink(fs::path(generations_folder) / generation.filename(), draft);
  fs::rename(draft, path_ / current_link);
  sync(path_);
}

void ArchiveDirectory::make() const {
  with_file_errors("cannot make an archive at " + path_.string(), [&] {
    fs::create_directories(path_);
    if (fs::exists(path_ / format_file) || !holds_something_else(path_)) return;
    throw Error(ErrorKind::usage, path_.string() + " is not an archive, and not empty",
                "name an empty or a new directory with --archive");
  });
}

void ArchiveDirectory::begin() const {
  if (fs::exists(path_ / format_file)) return check_format();
  begin_anew();
}

void ArchiveDirectory::begin_anew() const {
  with_file_errors("cannot make an archive at " + path_.string(), [&] {
    if (!fs::exists(path_ / format_file)) write_format(path_);
  });
}

void ArchiveDirectory::clean() const {
  with_file_errors("cannot clean " + path_.string(), [&] {
    for (const auto* draft : {format_draft, current_draft}) fs::remove(path_ / draft);
    const fs::path generations = path_ / generations_folder;
    if (!fs::is_directory(generations)) return;
    std::vector<fs::path> kept;
    if (exists()) {
      kept.push_back(linked());
      if (const auto previous = before(kept.front())) kept.push_back(*previous);
    }
    for (const auto& entry : fs::directory_iterator(generations))
      if (std::ranges::find(kept, entry.path()) == kept.end()) fs::remove_all(entry.path());
  });
}

void ArchiveDirectory::remove_begun() const {
  if (exists()) return;
  with_file_errors("cannot remove " + path_.string(), [&] {
    for (const auto name : names_not_in_the_way)
      if (name != "lost+found") fs::remove_all(path_ / name);
    if (fs::is_empty(path_)) fs::remove(path_);
  });
}

}  // namespace morgue
