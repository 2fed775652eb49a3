// SPDX-License-Identifier: GPL-3.0-or-later
// Whether Xapian reads from a generation what was written into it.
#pragma once

#include <filesystem>
#include <string>

#include "common/index/bulk/list_tables.h"

namespace morgue {

/// Opens the database and compares numbers, bounds and some terms: cheap, whatever its size. Throws
/// Error(storage).
void check_generation(const std::filesystem::path& generation, const ListTables& written);

/// Xapian's own check of every block; what it says is appended to `report`. The number of errors. Throws
/// Error(storage) where it cannot be made.
std::size_t faults_in_blocks(const std::filesystem::path& generation, std::string& report);

}  // namespace morgue
