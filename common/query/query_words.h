// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the words of a query before anything is parsed: how many are taken, and which are mistaken
// easily.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/lexicon.h"

namespace morgue {

inline constexpr std::size_t most_query_bytes = 4096;
inline constexpr std::size_t most_query_words = 256;  // operators are none

/// The size of the text, or where its last whole word within these limits ends. The text is valid UTF-8.
std::size_t end_of_words_taken(std::string_view text, Lexicon&);

struct Acronym {
  std::string word;       // that is found as well: "us"
  std::string literally;  // how to ask for the acronym only: ="US" OR ="U.S."
};
/// For US, IT, WHO … in capitals, with dots or without.
std::optional<Acronym> acronym_like_a_word(std::string_view written);

std::string without_outer_space(std::string_view text);

}  // namespace morgue
