// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/word_kinds.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "common/people/tables/tables.h"
#include "common/people/word_table.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t most_words = 12'000;  // of all tables together
constexpr std::size_t longest_ascii = 24;   // bytes; no word of the tables is longer

template <class Take>
void each_part(std::string_view table, char sign, const Take& take) {
  while (!table.empty()) {
    const auto end = std::min(table.find(sign), table.size());
    if (end > 0) take(table.substr(0, end));
    table.remove_prefix(std::min(end + 1, table.size()));
  }
}

WordTable read_tables() {
  const std::array<std::pair<std::string_view, Kinds>, 24> rows{{
      {tables::english_given_names, given_name},
      {tables::european_given_names, given_name},
      {tables::asian_and_african_given_names, given_name},
      {tables::known_persons, known_person},
      {tables::asian_surnames, asian_surname},
      {tables::titles, title},
      {tables::roles, role},
      {tables::weak_roles, weak_role},
      {tables::titles_and_surnames, surname_too},
      {tables::bodies_and_surnames, surname_too},
      {tables::abbreviations, abbreviation},
      {tables::speech, speech},
      {tables::particles, particle},
      {tables::strong_particles, strong_particle},
      {tables::suffixes, suffix},
      {tables::tails, tail},
      {tables::places, place},
      {tables::peoples, people},
      {tables::before_places, before_place},
      {tables::after_places, after_place},
      {tables::bodies, body},
      {tables::firm_words, firm},
      {tables::calendar, calendar},
      {tables::common, common},
  }};
  WordTable kinds(most_words);
  for (const auto& [table, kind] : rows)
    each_part(table, ' ', [&kinds, of = kind](std::string_view word) { kinds.add(word, of); });
  return kinds;
}

Kinds looked_up(std::string_view folded) {
  static const WordTable kinds = read_tables();
  return kinds.kinds_of(folded);
}

std::unordered_set<std::string_view> pairs_of(std::string_view table) {
  std::unordered_set<std::string_view> pairs;
  each_part(table, '|', [&](std::string_view pair) { pairs.insert(pair); });
  return pairs;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

Kinds kinds_of_whole(std::string_view word) {
  if (!is_ascii(word)) return looked_up(fold(word));
  if (word.size() > longest_ascii) return 0;
  std::array<char, longest_ascii>
      buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before read
  std::transform(word.begin(), word.end(), buffer.begin(), lower);
  return looked_up({buffer.data(), word.size()});
}

bool is_of_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; });
}

/// I'm, don't, they've.
bool is_contraction(std::string_view word) {
  constexpr std::array<std::string_view, 6> ends{"m", "ve", "ll", "re", "d", "t"};
  const auto sign = word.rfind(word.find('\'') == std::string_view::npos ? "’" : "'");
  if (sign == std::string_view::npos || sign == word.size()) return false;
  const auto end = word.substr(word[sign] == '\'' ? sign + 1 : sign + std::string_view("’").size());
  return std::find(ends.begin(), ends.end(), end) != ends.end();
}

std::string folded_pair(std::string_view first, std::string_view second) {
  return fold(std::string(first) + " " + std::string(second));
}

}  // namespace

Kinds kinds_of(std::string_view word) {
  const Kinds kinds = kinds_of_whole(word);
  if (kinds != 0 || is_of_letters(word)) return kinds;
  if (is_contraction(word)) return common;
  const auto hyphen = word.rfind('-');
  if (hyphen == std::string_view::npos) return 0;
  const Kinds of_a_compound = title | role | body | after_place;
  const Kinds first = kinds_of_whole(word.substr(0, hyphen));
  const Kinds last = kinds_of_whole(word.substr(hyphen + 1));
  if (is(last, tail)) return first & of_a_compound;  // Senator-Elect
  return (first & given_name) | (last & of_a_compound);
}

bool is_place(std::string_view first, std::string_view second) {
  static const auto pairs = pairs_of(tables::place_pairs);
  return pairs.contains(folded_pair(first, second));
}

bool is_firm(std::string_view first, std::string_view second) {
  static const auto pairs = pairs_of(tables::firms);
  return pairs.contains(folded_pair(first, second));
}

}  // namespace morgue
