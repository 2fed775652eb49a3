// SPDX-License-Identifier: GPL-3.0-or-later
// Does what the options say: searches, counts or shows an article. Knows no command line.
#pragma once

#include "terminal/options.h"

namespace morgue {

/// Data on standard output, messages on standard error. The exit code: 0 something found, 1 nothing. Throws
/// Error.
int run(const Options&);

}  // namespace morgue
