// SPDX-License-Identifier: GPL-3.0-or-later
// Where in a field persons are named, and how sure that is. Knows nothing of who is the same person.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "common/people/name_context.h"

namespace morgue {

enum class Certainty : std::uint8_t {
  sure,     // a person
  shaped,   // a person by its form, if it names no firm elsewhere in the text
  open,     // two words or more, which a later "Surname said" would make a person
  bare,     // one word, which may be the surname of somebody known
  speaking, // one word that says something or is possessive
};

struct FoundName {
  WordRange words;
  Certainty certainty;
};

struct FoundNames {
  std::vector<FoundName> names;                       // in order
  std::vector<std::pair<std::string_view, std::string_view>> of_bodies;  // the first two words of what is no person
};

/// Views point into the text of the words.
FoundNames find_names(std::span<const WrittenWord> words);

}  // namespace morgue
