// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences and paragraphs: where each begins in a text. Knows nothing of words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace morgue {

/// Byte offsets at which sentences begin, ascending, the first 0 (none for an empty text). ICU's rules, but
/// no sentence ends after one capital with a dot, a.m. or p.m., or an abbreviated title or month; every
/// paragraph begins one. Behind byte `until` only the first is sure to be there.
std::vector<std::uint32_t> sentence_begins(std::string_view text, std::size_t until = std::string_view::npos);

/// Byte offsets at which paragraphs begin: after every blank line. The first is 0 (none for an empty text).
std::vector<std::uint32_t> paragraph_begins(std::string_view text);

}  // namespace morgue
