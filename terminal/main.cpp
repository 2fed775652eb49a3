// SPDX-License-Identifier: GPL-3.0-or-later
// morgue-search: the terminal's door. Knows only where options are read and what runs them.
#include "common/options/program_options.h"
#include "terminal/options.h"
#include "terminal/output.h"
#include "terminal/run.h"

int main(int argc, char** argv) {
  return morgue::run_program("morgue-search", [&] {
    morgue::Options options;
    if (const auto text = morgue::read_options(argc, argv, options)) {
      morgue::write_out(*text);
      morgue::flush_out();
      return 0;
    }
    return morgue::run(options);
  });
}
