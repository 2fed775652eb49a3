// SPDX-License-Identifier: GPL-3.0-or-later
// The program morgue-index: options in, exit code out.
#include <malloc.h>

#include <iostream>

#include "common/options/program_options.h"
#include "indexer/options.h"
#include "indexer/run.h"

namespace {

/// What is freed of large blocks goes back to the system at once. Without this the allocator would keep ever
/// larger ones, in pieces, and a run take half as much memory again as it is given.
void give_large_blocks_back() { ::mallopt(M_MMAP_THRESHOLD, 256 << 10); }

}  // namespace

int main(int argc, char** argv) {
  return morgue::run_program("morgue-index", [&] {
    give_large_blocks_back();
    const auto read = morgue::read_options(argc, argv);
    if (!read.text_to_print) return morgue::run_indexer(read.options);
    std::cout << *read.text_to_print;
    return 0;
  });
}
