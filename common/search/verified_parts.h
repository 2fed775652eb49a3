// SPDX-License-Identifier: GPL-3.0-or-later
// Which parts of a tree its plan leaves to the matcher, and why. Knows nothing of how they are planned.
#pragma once

#include <vector>

#include "common/index/archive_reader.h"
#include "common/query/query.h"
#include "common/search/expansions.h"
#include "common/search/explanation.h"

namespace morgue {

/// The smallest parts that are not exact by themselves, left to right; none where the whole plan is exact.
/// `tree` as the expansions gave it.
std::vector<VerifiedPart> verified_parts(const Node& tree, ArchiveReader&, const Expansions&);

}  // namespace morgue
