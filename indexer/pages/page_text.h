// SPDX-License-Identifier: GPL-3.0-or-later
// Small questions about one line or paragraph of a page: how long, how written, does it end a sentence. Knows
// no markup and no phrases.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Every run of white space (line ends, no-break spaces too) one space, none at the ends, zero-width spaces
/// gone.
std::string collapsed(std::string_view);

/// Two texts with one key are the same line to a reader: folded, without signs at the ends.
std::string line_key(std::string_view);

/// Code points; an ideograph says as much as two letters.
std::size_t weight_of(std::string_view);

std::vector<std::string_view> words_of(std::string_view);

/// Whether it ends with a full stop or its like, in any script, closing quotes and brackets aside.
bool ends_a_sentence(std::string_view);

/// Whether it reads as running text: long, or a sentence of some words.
bool is_paragraph(std::string_view);

/// Whether the first letter is a capital, or of a script that has none.
bool begins_as_a_name(std::string_view);

}  // namespace morgue
