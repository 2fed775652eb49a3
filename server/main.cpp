// SPDX-License-Identifier: GPL-3.0-or-later
// The program morgue-server: options in, exit code out.
#include <iostream>

#include "common/options/program_options.h"
#include "server/options.h"
#include "server/serve.h"

int main(int argc, char** argv) {
  return morgue::run_program("morgue-server", [&] {
    morgue::ServerOptions options;
    if (const auto text = morgue::read_options(argc, argv, options)) {
      std::cout << *text;
      return 0;
    }
    morgue::serve(options);
    return 0;
  });
}
