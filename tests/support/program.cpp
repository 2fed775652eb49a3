// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/articles.h"

namespace morgue::testing_support {
namespace {

[[noreturn]] void become(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments.front(), arguments.data());
  _exit(127);
}

void redirect(int descriptor, const std::string& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(126);
}

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status); }

pid_t forked() {
  const pid_t process = fork();
  if (process < 0) throw std::runtime_error("cannot fork");
  return process;
}

}  // namespace

Ran run(const std::vector<std::string>& command, const std::string& input) {
  const TemporaryDirectory directory;
  const std::string in = directory.path("in"), out = directory.path("out"), err = directory.path("err");
  std::ofstream(in, std::ios::binary) << input;
  const pid_t process = forked();
  if (process == 0) {
    redirect(0, in, O_RDONLY);
    redirect(1, out, O_WRONLY | O_CREAT);
    redirect(2, err, O_WRONLY | O_CREAT);
    become(command);
  }
  int status = 0;
  waitpid(process, &status, 0);
  return {exit_code(status), contents(out), contents(err)};
}

Background::Background(const std::vector<std::string>& command) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  process_ = forked();
  if (process_ == 0) {
    if (dup2(ends[1], 1) < 0) _exit(126);
    become(command);
  }
  close(ends[1]);
  out_ = ends[0];
}

Background::~Background() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    wait();
  }
  close(out_);
}

std::string Background::first_line() {
  std::string line;
  for (char byte = 0; read(out_, &byte, 1) == 1 && byte != '\n';) line += byte;
  return line;
}

void Background::signal(int number) const { kill(process_, number); }

int Background::wait() {
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = -1;
  return exit_code(status);
}

std::string get(const std::string& url, int& status) {
  const Ran answer = run({"curl", "--silent", "--max-time", "20", "--write-out", "%{http_code}", url});
  if (answer.exit_code != 0 || answer.out.size() < 3) throw std::runtime_error("no answer from " + url);
  status = std::stoi(answer.out.substr(answer.out.size() - 3));
  return answer.out.substr(0, answer.out.size() - 3);
}

}  // namespace morgue::testing_support
