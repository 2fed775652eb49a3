// SPDX-License-Identifier: GPL-3.0-or-later
// A name as its parts in natural order, each in one spelling; the key is the parts run together.
#include "common/text/names/name_key.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "common/text/names/given_name_twins.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

using Parts = std::vector<std::string>;

constexpr std::array<std::string_view, 24> forms_of_address{
    "mr",  "mrs",  "ms",    "miss", "dr",  "prof", "professor", "sir", "dame", "lord", "lady", "sheikh",
    "gen", "capt", "lieut", "sgt",  "rev", "herr", "frau",      "mme", "mlle", "don",  "sen",  "rep"};
constexpr std::array<std::string_view, 8> suffixes{"jr", "junior", "sr", "senior", "ii", "iii", "iv", "mp"};
constexpr std::array<std::string_view, 20> particles{"al", "el",  "ben", "bin", "ibn", "van", "von",
                                                     "de", "der", "den", "da",  "di",  "del", "della",
                                                     "du", "la",  "le",  "dos", "st",  "abu"};

template <std::size_t n>
bool is_among(const std::array<std::string_view, n>& table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

const std::unordered_map<std::string_view, std::string_view>& first_twins() {
  static const auto* twins = [] {
    auto* map = new std::unordered_map<std::string_view, std::string_view>;
    for (const auto& row : given_name_twins)
      for (const auto twin : row)
        if (!twin.empty()) map->emplace(twin, row.front());
    return map;
  }();
  return *twins;
}

void replace_all(std::string& word, std::string_view from, std::string_view to) {
  for (auto at = word.find(from); at != std::string::npos; at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
}

/// The ends of Slavic surnames as English, German and French write them.
struct Ending {
  std::string_view written;
  std::string_view key;
};
constexpr std::array<Ending, 28> slavic_endings{{
    {"ov", "ov"},     {"ow", "ov"},     {"off", "ov"},      {"ev", "ev"},       {"ew", "ev"},
    {"eff", "ev"},    {"ova", "ova"},   {"owa", "ova"},     {"eva", "eva"},     {"ewa", "eva"},
    {"sky", "ski"},   {"ski", "ski"},   {"skiy", "ski"},    {"skii", "ski"},    {"skij", "ski"},
    {"skyi", "ski"},  {"skyy", "ski"},  {"skaya", "skaia"}, {"skaia", "skaia"}, {"skaja", "skaia"},
    {"skyj", "ski"},  {"vich", "vich"}, {"vych", "vich"},   {"vitch", "vich"},  {"witsch", "vich"},
    {"enko", "enko"}, {"ivny", "ivni"}, {"alny", "alni"},
}};

/// Letters that differ between transliterations of Cyrillic, in words that end as Slavic surnames do.
void spell_cyrillic_letters_alike(std::string& word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> spellings{{{"tsch", "ch"},
                                                                                            {"chr", "hr"},
                                                                                            {"tch", "ch"},
                                                                                            {"sch", "sh"},
                                                                                            {"w", "v"},
                                                                                            {"kh", "h"},
                                                                                            {"ks", "x"},
                                                                                            {"ye", "e"},
                                                                                            {"j", "i"},
                                                                                            {"y", "i"}}};
  for (const auto& [from, to] : spellings) replace_all(word, from, to);
  if (word.ends_with("chov")) word.replace(word.size() - 2, 1, "e");  // Gorbatschow, Gorbachev
}

void spell_surname_alike(std::string& word) {
  constexpr std::size_t shortest = 5;
  if (word.size() < shortest) return;
  const Ending* longest = nullptr;
  for (const auto& ending : slavic_endings)
    if (word.ends_with(ending.written) && (!longest || ending.written.size() > longest->written.size()))
      longest = &ending;
  if (!longest) return;
  word.replace(word.size() - longest->written.size(), std::string::npos, longest->key);
  spell_cyrillic_letters_alike(word);
}

/// The words of a text, folded, without the joined forms.
Parts words_of(std::string_view text) {
  constexpr std::size_t largest_lexicon = 10'000;
  thread_local auto lexicon = std::make_unique<Lexicon>();
  if (lexicon->size() > largest_lexicon) lexicon = std::make_unique<Lexicon>();
  Parts words;
  for (const Token& token : tokenize(text, *lexicon))
    if (token.kind == TokenKind::word) words.emplace_back(lexicon->form(token.form));
  return words;
}

/// "Lavrov, Sergei" with the surname last; "King, Jr" and "Doe, J, Jr" keep the suffix at the end.
Parts in_natural_order(std::string_view name) {
  std::vector<Parts> pieces;
  for (std::size_t begin = 0; begin <= name.size();) {
    const auto end = std::min(name.find(',', begin), name.size());
    pieces.push_back(words_of(name.substr(begin, end - begin)));
    begin = end + 1;
  }
  const auto is_suffix = [](const Parts& piece) {
    return piece.size() == 1 && is_among(suffixes, piece.front());
  };
  if (pieces.size() > 1 && !pieces[1].empty() && !is_suffix(pieces[1])) std::swap(pieces[0], pieces[1]);
  Parts parts;
  for (const auto& piece : pieces) parts.insert(parts.end(), piece.begin(), piece.end());
  return parts;
}

Parts worked_out_parts(std::string_view name) {
  Parts parts = in_natural_order(name);
  while (parts.size() > 1 && is_among(forms_of_address, parts.front())) parts.erase(parts.begin());
  const std::size_t surname = parts.empty() ? 0 : parts.size() - 1;
  for (std::size_t i = 0; i < surname; ++i)
    if (const auto twin = first_twins().find(parts[i]); twin != first_twins().end()) parts[i] = twin->second;
  if (!parts.empty()) spell_surname_alike(parts[surname]);
  return parts;
}

/// Names are asked for again and again, in one article and in the next. Valid until the next call.
const Parts& parts_of(const std::string& name) {
  constexpr std::size_t most_kept = 10'000;
  constexpr std::size_t longest_kept = 100;
  thread_local std::unordered_map<std::string, Parts> kept;
  thread_local Parts long_name;
  if (name.size() > longest_kept) return long_name = worked_out_parts(name);
  const auto found = kept.find(name);
  if (found != kept.end()) return found->second;
  if (kept.size() >= most_kept) kept.clear();
  return kept.emplace(name, worked_out_parts(name)).first->second;
}

std::string joined(const Parts& parts) {
  std::string key;
  for (const auto& part : parts) key += part;
  return key;
}

bool is_initial(std::string_view part) {
  return std::count_if(part.begin(), part.end(), [](char c) { return (c & 0xC0) != 0x80; }) == 1;
}

bool is_bare_surname(const Parts& parts) {
  return parts.size() == 1 || (parts.size() == 2 && is_among(particles, parts.front()));
}

bool has_initials(const Parts& parts) { return std::ranges::any_of(parts, is_initial); }

bool ends_with(const Parts& parts, const Parts& end) {
  return parts.size() > end.size() && std::equal(end.rbegin(), end.rend(), parts.rbegin());
}

/// The given names one after another: an initial for a name that begins so; a middle one may be left out.
bool given_names_agree(const Parts& some, const Parts& fuller) {
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < fuller.size() && at + 1 < some.size(); ++i) {
    const bool same = some[at] == fuller[i] || (is_initial(some[at]) && fuller[i].starts_with(some[at])) ||
                      (is_initial(fuller[i]) && some[at].starts_with(fuller[i]));
    if (same) ++at;
    else if (i == 0) return false;
  }
  return at + 1 >= some.size();
}

/// Whether `form`, which says less, can stand for the fuller name.
bool can_stand_for(const Parts& form, const Parts& fuller) {
  if (form == fuller || form.empty() || fuller.size() < 2) return false;
  if (is_bare_surname(form)) return ends_with(fuller, form) && !is_bare_surname(fuller);
  if (form.back() != fuller.back() || is_bare_surname(fuller)) return false;
  if (has_initials(form))
    return given_names_agree(form, fuller) && !(has_initials(fuller) && fuller.size() <= form.size());
  return fuller.size() > form.size() && has_initials(fuller) && given_names_agree(form, fuller);
}

/// Of the names' distinct parts the only one that the form can stand for.
std::optional<std::size_t> only_fuller_name(const std::vector<Parts>& names, std::size_t form) {
  std::optional<std::size_t> only;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!can_stand_for(names[form], names[i])) continue;
    if (only && names[*only] != names[i] && !can_stand_for(names[*only], names[i]) &&
        !can_stand_for(names[i], names[*only]))
      return std::nullopt;
    if (!only || can_stand_for(names[*only], names[i])) only = i;
  }
  return only;
}

}  // namespace

std::string name_key(std::string_view name) { return joined(parts_of(std::string(name))); }

std::vector<std::size_t> fuller_names(const std::vector<std::string>& names) {
  constexpr std::size_t most_compared = 200;
  std::vector<std::size_t> fuller(names.size());
  std::iota(fuller.begin(), fuller.end(), 0);
  if (names.size() < 2 || names.size() > most_compared) return fuller;
  std::vector<Parts> parts;
  for (const auto& name : names) parts.push_back(parts_of(name));
  for (std::size_t i = 0; i < parts.size(); ++i) fuller[i] = only_fuller_name(parts, i).value_or(i);
  return fuller;
}

}  // namespace morgue
