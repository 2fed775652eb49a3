// SPDX-License-Identifier: GPL-3.0-or-later
// Which files the inputs of a command line mean: folders are walked, in the order of names. Reads no file.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/inputs/article_sink.h"

namespace morgue {

enum class InputKind {
  json,        // a document
  json_lines,  // a line an article
  html,        // a saved page
  text,  // a saved page as text, or an article written as such; by content, since it may hold the others
  by_content,  // stdin, or a file whose name does not say
};

struct InputFile {
  std::filesystem::path path;  // "-" is stdin
  InputKind kind = InputKind::by_content;
  std::optional<std::uint64_t> bytes;  // to be read, where that is known
};

struct FoundFiles {
  std::vector<InputFile> files;
  std::vector<Fault> unreadable;
  std::vector<std::string> empty_folders;  // given, but without an article file

  /// Of all files together; nullopt where one's is not known.
  std::optional<std::uint64_t> bytes() const;
};

/// Of a folder, the .json, .jsonl, .ndjson, .html, .htm and .txt files, also with .gz, .bz2 or .zst behind
/// that, but no README.txt and its like, and nothing that a browser saved beside a page ("page_files" beside
/// "page.html"); of other inputs, the input itself.
FoundFiles find_files(const std::vector<std::string>& inputs);

/// A file that cannot be read, and why.
Fault unreadable(const std::string& input, const std::string& why);

}  // namespace morgue
