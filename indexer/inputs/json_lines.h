// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Lines: an article a line. Knows nothing of files.
#pragma once

#include "indexer/inputs/bytes.h"

namespace morgue {

/// Gives each line's article, or its fault; blank lines are passed over.
void read_json_lines(Bytes&, ArticleSink&);

}  // namespace morgue
