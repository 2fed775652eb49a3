// SPDX-License-Identifier: GPL-3.0-or-later
// Running the real programs: what they print and how they end.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace morgue::testing_support {

struct Ran {
  int exit_code = -1;  // 128 + the signal for one that was killed
  std::string out;
  std::string err;
};

/// Runs the program to its end; `input` becomes its standard input.
Ran run(const std::vector<std::string>& command, const std::string& input = "");

/// A program that goes on in the background; killed with the object.
class Background {
 public:
  explicit Background(const std::vector<std::string>& command);
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  /// The first line it prints.
  std::string first_line();
  void signal(int number) const;
  /// Its exit code, once it has ended.
  int wait();

 private:
  pid_t process_ = -1;
  int out_ = -1;
};

/// The answer's body and, in `status`, its HTTP status; one GET by curl on loopback.
std::string get(const std::string& url, int& status);

}  // namespace morgue::testing_support
