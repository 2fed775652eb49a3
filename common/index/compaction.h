// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of generations that hold what is alive in them and nothing else: no deleted article, no free block.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace morgue {

/// Into a directory that is empty. The copy has an identity of its own, so that its revisions are not
/// mistaken for the other's. Throws Error(storage).
void compact(const std::filesystem::path& generation, const std::filesystem::path& into);

/// The same by writing every article again: slower by far, but it also forgets the first and the last of all
/// ids, which Xapian keeps as bounds of its values even when their articles are gone.
void copy_by_documents(const std::filesystem::path& generation, const std::filesystem::path& into);
/// Whether one of these ids is such a bound.
bool has_bound_among(const std::filesystem::path& generation, const std::vector<std::string>& ids);

}  // namespace morgue
