// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/name_shapes.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/fold.h"

namespace morgue {
namespace {

using Name = std::span<const WrittenWord>;

// Endings of surnames that hardly any other capitalised word has, folded.
constexpr std::array<std::string_view, 26> endings{
    "ov",   "ev",   "ova",  "eva",    "sky",  "skiy",  "ski",    "skaya", "ska",
    "enko", "vich", "vic",  "shvili", "adze", "zadeh", "poulos", "akis",  "idis",
    "sson", "oglu", "escu", "czyk",   "wicz", "yan",   "nen",    "dottir"};
constexpr std::size_t shortest_with_ending = 6;  // letters; Kiev and Moldova show why

bool has_surname_ending(const WrittenWord& word) {
  if (word.kinds() != 0 || word.text.size() < shortest_with_ending) return false;
  const std::string folded = fold(word.text);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

bool has_scots_or_irish_prefix(const WrittenWord& word) {
  const auto& text = word.text;
  const auto upper = [&](std::size_t i) { return i < text.size() && text[i] >= 'A' && text[i] <= 'Z'; };
  if (text.starts_with("Mc")) return upper(2);
  if (text.starts_with("Mac")) return upper(3);
  return text.starts_with("O'") || text.starts_with("O’") || text.starts_with("D'") || text.starts_with("d'");
}

bool has_arabic_article(const WrittenWord& word) {
  const auto hyphen = word.text.find('-');
  return hyphen == 2 && is(kinds_of(word.text.substr(0, hyphen)), strong_particle);
}

/// A syllable or two, and nothing else that it could be.
bool may_be_a_syllable(const WrittenWord& word) {
  constexpr std::size_t longest = 6;
  const bool is_other =
      is(word.kinds(), given_name | body | place | people | after_place | common | calendar | title | role);
  return word.written == Case::capital && word.text.size() <= longest &&
         (!is_other || is(word.kinds(), asian_surname));
}

bool given_name_is_sure(const WrittenWord& word, bool begins_sentence) {
  if (!is(word.kinds(), given_name)) return false;
  const bool is_ambiguous = is(word.kinds(), common | calendar | people | body);
  return !is_ambiguous || !begins_sentence;
}

/// After the given name: a surname, or a word that may be one in this place.
bool ends_like_a_person(const WrittenWord& last) {
  return last.text.size() >= 2 &&
         (!is(last.kinds(), common | calendar) || is(last.kinds(), surname_too | asian_surname));
}

}  // namespace

bool is_full_word(const WrittenWord& word) {
  return word.written == Case::capital && !is(word.kinds(), suffix) &&
         !(is(word.kinds(), particle) && !is(word.kinds(), given_name) && word.text.size() <= 3);
}

std::size_t full_words(Name name) {
  return static_cast<std::size_t>(std::count_if(name.begin(), name.end(), is_full_word));
}

bool has_surname_first(Name name) {
  if (name.size() < 2 || !is(name[0].kinds(), asian_surname) || name[0].written != Case::capital)
    return false;
  if (is(name[0].kinds(), common)) return false;
  if (name.size() == 2) {
    const auto hyphen = name[1].text.find('-');
    return hyphen != std::string_view::npos && hyphen <= 6 && name[1].text.size() <= 12;
  }
  return name.size() == 3 && may_be_a_syllable(name[1]) && may_be_a_syllable(name[2]);
}

bool may_have_surname_first(Name name) {
  if (has_surname_first(name)) return true;
  return name.size() == 2 && is(name[0].kinds(), asian_surname) &&
         !is(name[0].kinds(), given_name | common) && !is(name[1].kinds(), given_name);
}

bool looks_like_a_person(Name name, bool begins_sentence) {
  if (full_words(name) < 2) {
    // J. Smith and O. J. Simpson need more than their form.
    return false;
  }
  if (has_surname_first(name)) return true;
  const auto first = std::find_if(name.begin(), name.end(), is_full_word);
  const auto& last = is(name.back().kinds(), suffix) ? name[name.size() - 2] : name.back();
  const bool may_end_otherwise = is(last.kinds(), surname_too | after_place) && first->kinds() != given_name;
  if (given_name_is_sure(*first, begins_sentence && first == name.begin()) && ends_like_a_person(last) &&
      !may_end_otherwise && !(is(last.kinds(), after_place)))
    return true;
  if (has_surname_ending(last) || has_scots_or_irish_prefix(last)) return true;
  if (is(first->kinds(), body | place | before_place | people | common)) return false;
  return std::any_of(name.begin() + 1, name.end(), [&](const WrittenWord& word) {
    const bool is_middle_initial =
        word.written == Case::initial && &word != &name.back() && word.text.size() <= 2;
    return is_middle_initial || is(word.kinds(), strong_particle) || has_arabic_article(word);
  });
}

}  // namespace morgue
