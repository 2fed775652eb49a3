// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive makes of a tree: terms, expansions, what is verified. Knows nothing of the query's text.
#pragma once

#include "common/index/archive_reader.h"
#include "common/query/query.h"
#include "common/search/expansions.h"
#include "common/search/explanation.h"

namespace morgue {

/// All of an explanation but what the parser says: text, understood, warnings. `tree` as the expansions gave
/// it.
Explanation explain(Node tree, ArchiveReader&, const Expansions&);

}  // namespace morgue
