// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the Xapian that runs is one whose files can be written without it.
#pragma once

#include <filesystem>
#include <string_view>

namespace morgue {

/// 1.4.22 or a later 1.4.
bool is_known_xapian(std::string_view version);

/// Throws Error(incompatible) for a Xapian of another version, or one that writes a small database into
/// `scratch`, a folder, of another format. The archive can then be written through Xapian itself.
void require_known_xapian(const std::filesystem::path& scratch);

}  // namespace morgue
