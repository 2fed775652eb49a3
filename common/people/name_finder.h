// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a field persons are named, and how sure that is. Knows nothing of who is the same person.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "common/people/name_context.h"

namespace morgue {

enum class Certainty : std::uint8_t {
  sure,    // a person
  shaped,  // a person by its form, if it names no firm elsewhere in the text
  listed,  // among persons: one too, if no later mention has its first word
  open,    // two words or more, which a later "Surname said" would make a person
  bare,    // one word, which may be the surname of somebody known
  acting,  // one word that says, does or has something
};

struct FoundName {
  WordRange words;
  Certainty certainty;
};

struct FoundNames {
  std::vector<FoundName> names;                                         // in order
  std::vector<std::pair<std::string_view, std::string_view>> of_firms;  // their first two words
};

/// Views point into the text of the words.
FoundNames find_names(std::span<const WrittenWord> words);

}  // namespace morgue
