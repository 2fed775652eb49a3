// SPDX-License-Identifier: GPL-3.0-or-later
// Names of files and texts of sources as a terminal may be given them. Knows nothing of either.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// On one line, and nothing that a terminal would obey: control characters become U+FFFD.
std::string shown(std::string_view text);

}  // namespace morgue
