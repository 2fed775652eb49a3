// SPDX-License-Identifier: GPL-3.0-or-later
// Standard output, with what can go wrong in writing to it. Knows nothing of what is written.
#pragma once

#include <string_view>

namespace morgue {

/// Thrown when nobody reads on: the program has nothing more to do and nothing to complain of.
struct NobodyReads {};

/// Buffered. Throws NobodyReads, or Error(storage) when the output cannot be written.
void write_out(std::string_view text);
void flush_out();

/// Standard output is a terminal.
bool out_is_terminal();
/// It is one that shows bold type and whose user wants it: NO_COLOR (no-color.org) is not set.
bool out_takes_colour();

}  // namespace morgue
