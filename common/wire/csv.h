// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of CSV (RFC 4180). Knows nothing of what is in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Whether a cell that a spreadsheet would take for a formula (it begins with = + - or @) gets an apostrophe
/// before it.
enum class Formulas { kept, disarmed };

/// Ends in CRLF. Cells are quoted where they must be; what is not UTF-8 becomes U+FFFD.
std::string csv_row(const std::vector<std::string>& cells, Formulas);

}  // namespace morgue
