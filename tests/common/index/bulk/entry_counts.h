// SPDX-License-Identifier: GPL-3.0-or-later
// How many keys a database's tables hold, against how many its version file tells of: Xapian relies on the
// number, and nothing of its public API, nor its own check, shows whether it is right.
#pragma once

#include <string>

namespace morgue::testing_support {

/// "" if every table of the database has as many keys as it says; otherwise what is wrong with the first that
/// has not.
std::string first_miscounted_table(const std::string& generation);

}  // namespace morgue::testing_support
