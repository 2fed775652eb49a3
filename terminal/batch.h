// SPDX-License-Identifier: GPL-3.0-or-later
// Answers a file of queries, a row each, in order, on several threads.
#pragma once

#include "terminal/answers.h"
#include "terminal/options.h"

namespace morgue {

/// Writes the rows. The exit code: 0 something found, 1 nothing, 2 an error in a row. Throws Error(usage) for
/// a file that cannot be read.
int run_batch(const Options&, const std::function<std::unique_ptr<Answers>()>& make_answers);

}  // namespace morgue
