// SPDX-License-Identifier: GPL-3.0-or-later
// What a run did, in numbers, for people and for programs. Knows nothing of how it was done.
#pragma once

#include <cstdint>
#include <string>

namespace morgue {

struct Summary {
  std::uint64_t added = 0;  // in a dry run: what would be taken
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t older = 0;
  std::uint64_t removed = 0;
  std::uint64_t rejected = 0;
  std::uint64_t suspect_dates = 0;
  std::uint64_t articles = 0;  // in the archive, after
  std::uint64_t bytes = 0;     // read
  double seconds = 0;
  bool in_bulk = false;  // only for people

  std::uint64_t taken() const { return added + replaced + unchanged + older; }
};

/// "1 article", "2 articles"
std::string number_of_articles(std::uint64_t);
/// One line.
std::string summary_text(const Summary&, const std::string& archive, bool is_dry_run);
/// One JSON object in a line.
std::string summary_json(const Summary&);

}  // namespace morgue
