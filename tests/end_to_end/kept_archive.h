// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of safety ask of an archive on disk: is it sound, what does it hold. Knows nothing of how it
// was hurt.
#pragma once

#include <map>
#include <string>

namespace morgue::testing_support {

struct KeptArticle {
  std::string content;  // content_of()
  std::string added;
  bool operator==(const KeptArticle&) const = default;

  std::string body() const;
};

struct Kept {
  std::map<std::string, KeptArticle> articles;  // by id
  std::map<std::string, std::string> metadata;  // the vocabulary, the languages, the time zone
  /// By word: where it stands in its articles, by docid. How that lies in chunks depends on commits.
  std::map<std::string, std::map<std::uint32_t, std::string>> positions;
};

/// Of the current generation, read as every reader reads it. Throws for one that cannot be opened.
Kept kept_in(const std::string& archive);

/// Whether xapian-check finds no fault, nor check_positions; what is said, if there is one.
std::string faults_of(const std::string& archive);

/// As if the last commit were long ago: the next writer need not wait for readers.
void let_a_minute_pass(const std::string& archive);

}  // namespace morgue::testing_support
