// SPDX-License-Identifier: GPL-3.0-or-later
// When a folded form fits a wildcard or a word with letters wrong: for the matcher and for whoever looks
// through a vocabulary. Knows nothing of texts or trees.
#pragma once

#include <string_view>

#include "common/query/query.h"

namespace morgue {

/// Whether the term stands for whatever forms fit it.
inline bool is_patterned(const Term& term) {
  return term.kind == TermKind::wildcard || term.kind == TermKind::fuzzy;
}

/// Whether one word's folded form is what the term asks for; where some forms were `kept`, only these are.
/// Of a plain term: whether it is one of its forms at a single position. Allocates nothing.
bool fits(const Term&, std::string_view form);

/// * stands for any letters, also none; ? for one code point.
bool fits_wildcard(std::string_view pattern, std::string_view form);

/// * only, for whole values.
bool fits_value_pattern(std::string_view pattern, std::string_view value);

/// Whether the optimal string alignment distance over code points (a letter put in, left out, changed, or
/// two neighbours swapped, none edited twice) is at most so many. Both are valid UTF-8.
bool within_edits(std::string_view a, std::string_view b, unsigned edits);

}  // namespace morgue
