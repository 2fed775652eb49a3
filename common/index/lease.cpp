// SPDX-License-Identifier: GPL-3.0-or-later
// Locks of open file descriptions (fcntl(2)): unlike a process's own locks they also hold between threads,
// and stay when another descriptor of the file is closed.
#include "common/index/lease.h"

#include <fcntl.h>
#include <unistd.h>

#include <thread>
#include <utility>

namespace morgue {
namespace {

constexpr std::chrono::milliseconds between_looks{20};

int opened(const std::filesystem::path& generation) {
  return ::open((generation / "postlist.glass").c_str(), O_RDONLY | O_CLOEXEC);
}

struct flock bytes(short type, std::uint64_t first, std::uint64_t count) {
  struct flock lock {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = static_cast<off_t>(first);
  lock.l_len = static_cast<off_t>(count);
  return lock;
}

bool is_leased(int descriptor, std::uint64_t before) {
  struct flock lock = bytes(F_WRLCK, 0, before);
  return ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

}  // namespace

Lease::Lease(const std::filesystem::path& generation, std::uint64_t revision)
    : descriptor_(opened(generation)) {
  struct flock lock = bytes(F_RDLCK, revision, 1);
  if (descriptor_ >= 0) ::fcntl(descriptor_, F_OFD_SETLK, &lock);
}

Lease::~Lease() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Lease::Lease(Lease&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Lease& Lease::operator=(Lease&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

bool wait_for_leases(const std::filesystem::path& generation, std::uint64_t revision,
                     std::chrono::milliseconds longest) {
  const int descriptor = opened(generation);
  if (descriptor < 0 || revision == 0) {
    if (descriptor >= 0) ::close(descriptor);
    return true;
  }
  const auto end = std::chrono::steady_clock::now() + longest;
  bool leased = is_leased(descriptor, revision);
  while (leased && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(between_looks);
    leased = is_leased(descriptor, revision);
  }
  ::close(descriptor);
  return !leased;
}

}  // namespace morgue
