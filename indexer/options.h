// SPDX-License-Identifier: GPL-3.0-or-later
// The options of morgue-index. Knows nothing of what is done with them.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/memory.h"

namespace morgue {

struct IndexerOptions {
  std::string archive;
  std::vector<std::string> inputs;
  std::vector<std::string> remove;  // ids
  std::string remove_from;          // a file of ids, one a line
  std::vector<std::string> purge;   // ids
  std::string map;                  // a file; "": none
  std::string language = "auto";
  std::string time_zone;    // "": the archive's
  std::string rejects;      // a file; "": none
  std::size_t threads = 0;  // 0: all cores
  Memory memory{};
  std::string progress = "auto";
  bool rebuild = false;
  bool rollback = false;
  bool check = false;
  bool strict = false;
  std::string build = "auto";          // or bulk, in-place
  std::chrono::seconds max_lease{60};  // how long a reader's lease is honoured
  bool dry_run = false;
  bool quiet = false;
  bool json = false;
};

struct ReadOptions {
  IndexerOptions options;
  std::optional<std::string> text_to_print;  // instead of running
};

/// Throws Error(usage).
ReadOptions read_options(int argc, const char* const* argv);

}  // namespace morgue
