// SPDX-License-Identifier: GPL-3.0-or-later
// One run of morgue-index, from its options to its exit code.
#pragma once

#include "indexer/options.h"

namespace morgue {

/// 0: all taken; 1: some rejected. Writes the summary to stdout, all else to stderr. Throws Error where
/// nothing was done, or not all could be done.
int run_indexer(const IndexerOptions&);

}  // namespace morgue
