// SPDX-License-Identifier: GPL-3.0-or-later
// Writes by stdio. Knows nothing of what is written.
#include "terminal/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "common/error.h"

namespace morgue {
namespace {

[[noreturn]] void fail(int code) {
  if (code == EPIPE) throw NobodyReads{};
  throw Error(ErrorKind::storage, "cannot write to standard output: " + std::string(std::strerror(code)),
              "see that there is room where the output goes");
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) fail(errno);
}

void flush_out() {
  if (std::fflush(stdout) != 0) fail(errno);
}

bool out_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

bool out_takes_colour() {
  return out_is_terminal() && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
}

}  // namespace morgue
