// SPDX-License-Identifier: GPL-3.0-or-later
// The program morgue-index: options in, exit code out.
#include <iostream>

#include "common/options/program_options.h"
#include "indexer/options.h"
#include "indexer/run.h"

int main(int argc, char** argv) {
  return morgue::run_program("morgue-index", [&] {
    const auto read = morgue::read_options(argc, argv);
    if (!read.text_to_print) return morgue::run_indexer(read.options);
    std::cout << *read.text_to_print;
    return 0;
  });
}
