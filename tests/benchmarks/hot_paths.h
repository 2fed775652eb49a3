// SPDX-License-Identifier: GPL-3.0-or-later
// What takes the time of indexing and of answering, each by itself, over the sample archive: for clocks and
// for counts of instructions. Knows nothing of either.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace morgue::benchmarks {

struct HotPath {
  std::string name;
  std::function<void()> run;  // once over all of the articles or queries; every time the same
};

/// Of the articles in the folder's .jsonl files. Throws Error and std::runtime_error.
std::vector<HotPath> hot_paths(const std::string& folder);

}  // namespace morgue::benchmarks
