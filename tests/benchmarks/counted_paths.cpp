// SPDX-License-Identifier: GPL-3.0-or-later
// counted_paths: the names of the hot paths. counted_paths NAME: runs that one within counted(), for
// callgrind's --toggle-collect: see tests/benchmarks/instructions.
#include <exception>
#include <iostream>

#include "tests/benchmarks/hot_paths.h"

extern "C" [[gnu::noinline]] void counted(const std::function<void()>& run) { run(); }

namespace {

int count(const std::string& name) {
  for (const auto& path : morgue::benchmarks::hot_paths(MORGUE_SAMPLE)) {
    if (path.name != name) continue;
    path.run();  // what is worked out once is not counted
    counted(path.run);
    return 0;
  }
  std::cerr << "counted_paths: there is no path " << name << "\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 2) return count(argv[1]);
    for (const auto& path : morgue::benchmarks::hot_paths(MORGUE_SAMPLE)) std::cout << path.name << "\n";
  } catch (const std::exception& error) {
    std::cerr << "counted_paths: " << error.what() << "\n";
    return 1;
  }
}
