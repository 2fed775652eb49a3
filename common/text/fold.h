// SPDX-License-Identifier: GPL-3.0-or-later
// Folding: when two writings are the same text. Knows nothing of words or positions.
#pragma once

#include <string>
#include <string_view>

namespace morgue {

/// NFKC case folding; marks taken off in Latin, Greek, Cyrillic (й stays), Hebrew and Arabic; the remaining
/// Latin letters (ø ł đ ı æ …) as ICU's Latin-ASCII; digits of every script as 0-9; what is invisible (soft
/// hyphen, joiners) vanishes. Takes and gives UTF-8; each invalid sequence becomes U+FFFD.
std::string fold(std::string_view text);

/// fold(), with every run of white space one space and none at the ends: the key by which whole values
/// (a source, a tag) are compared.
std::string fold_value(std::string_view text);

/// Of Unicode, whose tables tell letters, marks and what folds to what: 15.0.
std::string unicode_version();

/// The text with each invalid UTF-8 sequence replaced by U+FFFD (maximal subparts, Unicode 15 section 3.9).
std::string valid_utf8(std::string_view text);
bool is_valid_utf8(std::string_view text);

}  // namespace morgue
