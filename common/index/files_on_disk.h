// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders as the disk has them: what is surely on it, how much room they take, how much there is.
// Knows nothing of archives.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace morgue {

/// What the file or directory holds is on the disk afterwards. Throws Error(storage).
void sync(const std::filesystem::path&);
/// The same for a directory and the files in it.
void sync_with_contents(const std::filesystem::path& directory);

/// Of the files in a directory, without those in directories of it.
std::uint64_t bytes_in(const std::filesystem::path& directory);

/// Throws Error(storage) that names both numbers, where the file system of `directory` has less room. `what`
/// needs it: "building the archive anew".
void require_room(const std::filesystem::path& directory, std::uint64_t bytes, const std::string& what);

}  // namespace morgue
