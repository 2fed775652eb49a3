// SPDX-License-Identifier: GPL-3.0-or-later
// A tree as text in the canonical notation. Parsing it again (match=all) gives the same tree.
#pragma once

#include <string>

#include "common/query/query.h"

namespace morgue {

std::string query_text(const Node&);

}  // namespace morgue
