// SPDX-License-Identifier: GPL-3.0-or-later
// A second process in a test, which reports by single bytes and ends by kill -9. Knows nothing of
// archives.
#pragma once

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace morgue::testing_support {

/// Runs the function in a child; it is given what to call for each thing to report, and never needs to
/// return.
class ChildProcess {
 public:
  template <class Function>
  explicit ChildProcess(Function&& function) {
    if (::pipe(pipe_.data()) != 0) throw std::runtime_error("no pipe");
    child_ = ::fork();
    if (child_ < 0) throw std::runtime_error("no child process");
    if (child_ == 0) run(function);
    ::close(pipe_[1]);
  }
  ~ChildProcess() {
    kill();
    ::close(pipe_[0]);
  }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  pid_t id() const { return child_; }

  /// Waits for the next report; false: the child has ended.
  bool has_reported() const {
    char report = 0;
    return ::read(pipe_[0], &report, 1) == 1;
  }

  void kill() {
    if (child_ <= 0) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
    child_ = -1;
  }

 private:
  template <class Function>
  [[noreturn]] void run(Function&& function) {
    const auto report = [this] {
      const char one = '.';
      if (::write(pipe_[1], &one, 1) != 1) ::_exit(2);
    };
    try {
      function(report);
    } catch (...) {
      ::_exit(1);
    }
    for (;;) ::pause();
  }

  std::array<int, 2> pipe_{};
  pid_t child_ = -1;
};

}  // namespace morgue::testing_support
