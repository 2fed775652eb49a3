// SPDX-License-Identifier: GPL-3.0-or-later
// Leases: a reader that must go on reading one commit of a generation holds one, and the writer waits for it
// before it overwrites what that commit needs. The kernel keeps them, so that none outlives its process.
//
// A lease is a shared lock on one byte of the generation's postlist.glass: the byte at the commit's revision.
// Nothing is written for it, so a reader needs no right to write.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>

namespace morgue {

class Lease {
 public:
  /// Holds nothing where the file system keeps no locks.
  Lease(const std::filesystem::path& generation, std::uint64_t revision);
  ~Lease();
  Lease(Lease&& other) noexcept;
  Lease& operator=(Lease&& other) noexcept;

 private:
  int descriptor_ = -1;
};

/// Waits until nobody holds a lease on a revision before this one, but no longer than `longest`; whether
/// nobody does.
bool wait_for_leases(const std::filesystem::path& generation, std::uint64_t revision,
                     std::chrono::milliseconds longest);

}  // namespace morgue
