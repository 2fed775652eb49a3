// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of damaged input: sound articles with known ids among broken ones of every kind, the same for the
// same seed. Knows no archive.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace morgue {

struct Damage {
  std::vector<std::string> sound;  // ids that must be taken
  std::size_t broken = 0;          // articles and files that must be refused
};

/// Writes about so many bytes of articles into the folder: lines, a list, a wrapper, compressed files whole
/// and cut off, another encoding, and bytes of which only the place of their faults can be held against them.
Damage write_damaged_articles(const std::filesystem::path& folder, std::size_t bytes, std::uint64_t seed);

}  // namespace morgue
