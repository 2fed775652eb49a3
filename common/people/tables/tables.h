// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of words that say something about who is meant: folded words, one space between. Written from
// general knowledge. Knows nothing of texts.
#pragma once

#include <string_view>

namespace morgue::tables {

extern const std::string_view english_given_names;
extern const std::string_view european_given_names;
extern const std::string_view asian_and_african_given_names;
extern const std::string_view asian_surnames;

extern const std::string_view known_persons;  // surnames by which one person is meant everywhere: einstein

extern const std::string_view titles;      // before a name, one name is enough after them: mr, president
extern const std::string_view roles;       // what a person is: chairman, spokesman, analyst
extern const std::string_view weak_roles;  // of those, what companies and works are too
extern const std::string_view titles_and_surnames;  // titles that are surnames too: king, major
extern const std::string_view abbreviations;        // with a dot that ends no sentence: mr, gov
extern const std::string_view speech;               // what a person does with words: said, told
extern const std::string_view particles;            // small words inside names: van, de, bin
extern const std::string_view strong_particles;     // of those, the ones that are hardly in names of bodies
extern const std::string_view suffixes;             // of a name: jr, iii
extern const std::string_view tails;                // after the hyphen, not of the name: led, backed

extern const std::string_view places;         // countries, big cities, regions
extern const std::string_view place_pairs;    // of two words, which look like a name: "san jose"
extern const std::string_view peoples;        // nationalities, religions, parties and their adjectives
extern const std::string_view before_places;  // san, mount, lake
extern const std::string_view after_places;   // street, river, stadium

extern const std::string_view bodies;               // words of organisations and works: inc, bank, university
extern const std::string_view bodies_and_surnames;  // words of places and bodies that are surnames too
extern const std::string_view firm_words;           // of those, the ones of firms only: inc, ltd
extern const std::string_view firms;     // known under a person's name, by two words: "morgan stanley"
extern const std::string_view calendar;  // days, months, feasts
extern const std::string_view common;    // words that begin sentences

}  // namespace morgue::tables
