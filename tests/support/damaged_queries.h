// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that nobody would write on purpose: valid ones with a few bytes wrong, prose pasted in, any bytes.
#pragma once

#include <string>

#include "tests/support/chance.h"

namespace morgue::testing_support {

/// At most about 500 bytes; now and then not UTF-8.
std::string damaged_query(Chance&);

}  // namespace morgue::testing_support
