// SPDX-License-Identifier: GPL-3.0-or-later
// Opens one input and reads it as what it is. Knows nothing of archives.
#pragma once

#include <istream>

#include "indexer/inputs/article_sink.h"
#include "indexer/inputs/files.h"

namespace morgue {

/// How many bytes the input has. A file that cannot be read is a fault (unreadable).
std::uint64_t read_input(const InputFile&, ArticleSink&);

/// The same for an open stream, named `input` in places and faults.
std::uint64_t read_stream(std::istream&, const std::string& input, InputKind, ArticleSink&);

}  // namespace morgue
