// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables know of a written word. Knows nothing of the text it stands in.
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue {

enum Kind : std::uint32_t {
  given_name = 1U << 0U,
  asian_surname = 1U << 1U,  // stands before the given name
  title = 1U << 2U,          // one name is enough behind it
  role = 1U << 3U,
  surname_too = 1U << 4U,  // a title, role, place or body that is also a surname
  abbreviation = 1U << 5U,
  speech = 1U << 6U,
  particle = 1U << 7U,
  suffix = 1U << 8U,
  tail = 1U << 9U,
  place = 1U << 10U,
  people = 1U << 11U,
  before_place = 1U << 12U,
  after_place = 1U << 13U,
  body = 1U << 14U,
  calendar = 1U << 15U,
  common = 1U << 16U,
  weak_role = 1U << 17U,  // companies and works are that too
  strong_particle = 1U << 18U,
  firm = 1U << 19U,  // a word of firms: inc
  known_person = 1U << 20U,
};
using Kinds = std::uint32_t;

constexpr bool is(Kinds kinds, Kinds any_of) { return (kinds & any_of) != 0; }

/// Upper or lower case, with or without accents; a hyphenated title is what its last part is, a hyphenated
/// given name what its first is. 0 for an unknown word.
Kinds kinds_of(std::string_view word);

/// Whether two words, written one after the other, are known as a place.
bool is_place(std::string_view first, std::string_view second);
/// Whether they are known as a firm or a figure.
bool is_firm(std::string_view first, std::string_view second);

}  // namespace morgue
