// SPDX-License-Identifier: GPL-3.0-or-later
// The writer's lock: the kernel holds it for the process, so that it ends with the process however that ends.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "common/index/archive.h"
#include "common/index/storage_error.h"

namespace morgue {

namespace {

std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
  // The holder may not have written its number yet.
  if (length <= 0) return "another process";
  return "process " + std::string(text.data(), static_cast<std::size_t>(length));
}

bool name_this_process(int descriptor) {
  const std::string number = std::to_string(::getpid());
  return ::ftruncate(descriptor, 0) == 0 &&
         ::pwrite(descriptor, number.data(), number.size(), 0) == static_cast<ssize_t>(number.size());
}

Error refusal(const ArchiveDirectory& directory, int descriptor, int number) {
  if (number != EWOULDBLOCK) return storage_error("cannot lock " + directory.path().string(), number);
  return Error(ErrorKind::locked, directory.path().string() + " is being written by " + holder(descriptor),
               "wait until it has finished");
}

int locked(const ArchiveDirectory& directory, const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) throw storage_error("cannot open " + path, errno);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
  const Error error = refusal(directory, descriptor, errno);
  ::close(descriptor);
  throw error;
}

bool is_at(int descriptor, const std::string& path) {
  struct stat opened {};
  struct stat there {};
  return ::fstat(descriptor, &opened) == 0 && ::stat(path.c_str(), &there) == 0 &&
         opened.st_ino == there.st_ino && opened.st_dev == there.st_dev;
}

}  // namespace

ArchiveLock::ArchiveLock(const ArchiveDirectory& directory) {
  const std::string path = (directory.path() / "lock").string();
  // The file that was locked may have gone with an archive that was begun and given up.
  do {
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = locked(directory, path);
  } while (!is_at(descriptor_, path));
  if (!name_this_process(descriptor_)) {
    const Error error = storage_error("cannot write " + path, errno);
    ::close(descriptor_);
    throw error;
  }
}

ArchiveLock::~ArchiveLock() { ::close(descriptor_); }

}  // namespace morgue
