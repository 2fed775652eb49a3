// SPDX-License-Identifier: GPL-3.0-or-later
// Did you mean: a query's words that hardly an article has, each with a word of the archive that was probably
// meant. Knows nothing of what the query finds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/archive_reader.h"
#include "common/query/query.h"

namespace morgue {

/// An answer of fewer articles is a reason to look for another spelling.
inline constexpr std::uint64_t enough_found = 5;

/// The query's text with those words corrected that another word of the archive, one or two letters away (one
/// up to five letters long, as `word~`), far outnumbers; or that are two run together. Only words that are
/// wanted as they are count: none under NOT, with wildcards, in ="…" or in whole values. nullopt: nothing
/// better is known.
std::optional<std::string> corrected(std::string_view query, const Node& tree, ArchiveReader&);

}  // namespace morgue
