// SPDX-License-Identifier: GPL-3.0-or-later
// Search results as text to read on a terminal. Knows no stream; nothing of an article can steer the
// terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/search/search_results.h"

namespace morgue {

/// How a match is set off: bold by the terminal's own sequence, or *so*.
enum class Emphasis { asterisks, bold };

/// On one line: white space becomes spaces, control characters U+FFFD.
std::string printable(std::string_view text);

/// White space stays as it is, other control characters become U+FFFD.
std::string printable_lines(std::string_view text);

/// JSON with its remaining control characters (DEL, U+0080 to U+009F) written as \u escapes, which means the
/// same.
std::string printable_json(std::string_view json);

/// Rank, title; source and date; snippets; people; url or else id; a blank line.
std::string result_text(const SearchResult&, std::size_t rank, Emphasis);

/// "1–10 of 412"; empty when nothing is shown.
std::string summary_text(const SearchResults&, std::size_t shown);

/// Why nothing is shown.
std::string nothing_text(const SearchResults&);

/// One line for each warning and one for its suggestion; how the query was understood where it was repaired.
std::string warnings_text(const SearchResults&);
std::string warning_text(const Warning&);

}  // namespace morgue
