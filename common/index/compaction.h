// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of generations that hold what is alive in them and nothing else: no deleted article, no free block.
#pragma once

#include <filesystem>

namespace morgue {

/// Into a directory that is empty. The copy has an identity of its own, so that its revisions are not
/// mistaken for the other's. Throws Error(storage).
void compact(const std::filesystem::path& generation, const std::filesystem::path& into);

}  // namespace morgue
