// SPDX-License-Identifier: GPL-3.0-or-later
// Walks folders. Reads no file.
#include "indexer/inputs/files.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace morgue {
namespace {

namespace fs = std::filesystem;

struct KindOfName {
  std::string_view extension;
  InputKind kind;
};

constexpr std::array kinds_by_name{
    KindOfName{".json", InputKind::json},         KindOfName{".jsonl", InputKind::json_lines},
    KindOfName{".ndjson", InputKind::json_lines}, KindOfName{".html", InputKind::html},
    KindOfName{".htm", InputKind::html},          KindOfName{".txt", InputKind::text},
};

// Texts about a folder, not of it.
constexpr std::array<std::string_view, 16> names_of_notes{
    "authors", "changelog", "changes", "cmakelists", "contributors", "copying",      "credits", "humans",
    "install", "licence",   "license", "notice",     "readme",       "requirements", "robots",  "todo"};
constexpr std::array<std::string_view, 6> compressed{".gz", ".gzip", ".bz2", ".bzip2", ".zst", ".zstd"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_named_as_compressed(const fs::path& path) {
  return std::find(compressed.begin(), compressed.end(), lower(path.extension().string())) !=
         compressed.end();
}

/// "news.json" for "news.json.gz"; whether it is compressed, its content tells.
fs::path as_unpacked(const fs::path& path) { return is_named_as_compressed(path) ? path.stem() : path; }

InputKind kind_of(const fs::path& path) {
  const auto extension = lower(as_unpacked(path).extension().string());
  const auto* found = std::find_if(kinds_by_name.begin(), kinds_by_name.end(),
                                   [&](const KindOfName& kind) { return kind.extension == extension; });
  return found == kinds_by_name.end() ? InputKind::by_content : found->kind;
}

void add_file(const fs::path& path, FoundFiles& found) {
  std::error_code is_no_file;
  const auto bytes = fs::file_size(path, is_no_file);
  const bool is_known = !is_no_file && !is_named_as_compressed(path);
  found.files.push_back({path, kind_of(path), is_known ? std::optional(bytes) : std::nullopt});
}

std::vector<fs::directory_entry> entries_by_name(const fs::path& folder, FoundFiles& found) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    entries.push_back(*entry);
  if (error) found.unreadable.push_back(unreadable(folder.string(), error.message()));
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool is_note(const fs::path& path) {
  const auto name = lower(as_unpacked(path).stem().string());
  return kind_of(path) == InputKind::text &&
         std::find(names_of_notes.begin(), names_of_notes.end(), name) != names_of_notes.end();
}

bool is_article_file(const fs::path& path) {
  return kind_of(path) != InputKind::by_content && !is_note(path);
}

/// "page_files" beside "page.html": pictures, scripts and frames of that page.
bool belongs_to_a_page(const fs::path& folder) {
  constexpr std::string_view ending = "_files";
  auto name = folder.filename().string();
  if (!name.ends_with(ending)) return false;
  name.resize(name.size() - ending.size());
  return fs::exists(folder.parent_path() / (name + ".html")) ||
         fs::exists(folder.parent_path() / (name + ".htm"));
}

/// morgue-archive beside the articles, and another one that a run is making.
bool is_an_archive(const fs::path& folder) {
  std::error_code ignored;  // what cannot be looked into is walked, and said
  return fs::exists(folder / "archive.json", ignored) && fs::exists(folder / "generations", ignored);
}

/// Links to folders are not followed: they may lead in a circle.
void walk(const fs::path& folder, FoundFiles& found) {
  for (const auto& entry : entries_by_name(folder, found)) {
    std::error_code ignored;  // what is neither folder nor file is none of ours
    if (entry.is_directory(ignored)) {
      const bool is_ours = !belongs_to_a_page(entry.path()) && !is_an_archive(entry.path());
      if (is_ours && !entry.is_symlink(ignored)) walk(entry.path(), found);
    } else if (entry.is_regular_file(ignored) && is_article_file(entry.path())) {
      add_file(entry.path(), found);
    }
  }
}

void add_folder(const std::string& folder, FoundFiles& found) {
  const auto known = found.files.size() + found.unreadable.size();
  walk(folder, found);
  if (found.files.size() + found.unreadable.size() == known) found.empty_folders.push_back(folder);
}

}  // namespace

std::optional<std::uint64_t> FoundFiles::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& file : files) {
    if (!file.bytes) return std::nullopt;
    sum += *file.bytes;
  }
  return sum;
}

FoundFiles find_files(const std::vector<std::string>& inputs) {
  FoundFiles found;
  for (const auto& input : inputs) {
    std::error_code error;
    const auto status = fs::status(input, error);
    if (input == "-") {
      found.files.push_back({input, InputKind::by_content, std::nullopt});
    } else if (fs::is_directory(status)) {
      add_folder(input, found);
    } else if (fs::exists(status)) {
      add_file(input, found);
    } else {
      found.unreadable.push_back(
          unreadable(input, error ? error.message() : std::string("No such file or directory")));
    }
  }
  return found;
}

Fault unreadable(const std::string& input, const std::string& why) {
  return {{input, 1, 0},
          "",
          "unreadable",
          "cannot read " + input + ": " + why,
          "check the name and the permissions"};
}

}  // namespace morgue
