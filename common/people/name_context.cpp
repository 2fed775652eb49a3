// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/name_context.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

constexpr std::size_t longest_apposition = 8;  // words up to its role
constexpr std::size_t nearest_pronoun = 40;    // words

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 8> articles_and_such{"a",   "an",  "the",   "former",
                                                            "his", "her", "their", "its"};
constexpr std::array<std::string_view, 8> prepositions_of_place{"in",     "near",    "into",       "across",
                                                                "inside", "outside", "throughout", "around"};
constexpr std::array<std::string_view, 9> auxiliaries{"was", "is",  "has",   "had",  "will",
                                                      "who", "did", "could", "would"};
constexpr std::array<std::string_view, 6> of_a_firm{"Co",         "Sons",     "Company",
                                                    "Associates", "Partners", "Bros"};
constexpr std::array<std::string_view, 6> of_persons{"he", "she", "He", "She", "his", "her"};
constexpr std::array<std::string_view, 6> of_things{"it", "its", "It", "Its", "they", "They"};

constexpr std::array<std::string_view, 10> done_by_persons{"died",      "tweeted",  "wept",    "smiled",
                                                           "grinned",   "laughed",  "married", "retired",
                                                           "testified", "graduated"};
constexpr std::array<std::string_view, 16> done_to_persons{
    "born",         "arrested",     "jailed",      "sentenced", "married",    "buried",
    "knighted",     "murdered",     "educated",    "beheaded",  "imprisoned", "interviewed",
    "hospitalised", "hospitalized", "substituted", "booked"};

bool is_a_year(const WrittenWord& word) { return word.written == Case::number && word.text.size() == 4; }

bool is_a_role(const WrittenWord& word) {
  return is(word.kinds(), title | role) && !is(word.kinds(), weak_role) &&
         (word.written != Case::capitals || word.text.size() > 2);
}

/// Written small: then "leader" and "star" are what somebody is.
bool is_a_small_role(const WrittenWord& word) {
  return word.written == Case::small && is(word.kinds(), title | role);
}

}  // namespace

bool NameContext::has_role_before(WordRange name) const {
  const auto* word = before(name.begin);
  if (word == nullptr || words_[name.begin].before != Gap::space || word->closes) return false;
  return is_a_small_role(*word) || (word->written == Case::capitals && is_a_role(*word));
}

bool NameContext::speaks(WordRange name) const {
  const auto* behind = at(name.end);
  const bool closes = words_[name.end - 1].closes;
  if (behind != nullptr && !closes && behind->before == Gap::space && behind->written == Case::small &&
      (is(behind->kinds(), speech) || behind->text == "also" || behind->text == "later"))
    return true;
  const auto* ahead = before(name.begin);
  return ahead != nullptr && words_[name.begin].before == Gap::space && ahead->written == Case::small &&
         is(ahead->kinds(), speech);
}

bool NameContext::acts(WordRange name) const {
  if (words_[name.end - 1].closes || speaks(name)) return true;
  const auto* behind = at(name.end);
  if (behind == nullptr || behind->before != Gap::space || behind->written != Case::small) return false;
  return is_one_of(behind->text, auxiliaries) || (behind->text.size() > 4 && behind->text.ends_with("ed"));
}

bool NameContext::has_apposition(WordRange name) const {
  return !words_[name.end - 1].closes && (has_apposition_behind(name.end) || has_apposition_before(name));
}

bool NameContext::has_apposition_behind(std::size_t end) const {
  const auto* first = at(end);
  if (first == nullptr || first->before != Gap::comma) return false;
  if (first->text == "who") return true;
  const auto* second = at(end + 1);
  if (first->written == Case::number)
    return first->text.size() == 2 && second != nullptr && second->before == Gap::comma;
  const bool begins_well = first->written != Case::small || is_one_of(first->text, articles_and_such) ||
                           is(first->kinds(), role | title);
  const std::size_t limit = std::min(words_.size(), end + longest_apposition);
  for (std::size_t i = end; i < limit && (i == end || words_[i].before == Gap::space); ++i) {
    if (words_[i].written == Case::small && is(words_[i].kinds(), speech)) return false;
    if (is_a_role(words_[i])) return begins_well || i < end + 3;
  }
  return false;
}

bool NameContext::has_apposition_before(WordRange name) const {
  if (words_[name.begin].before != Gap::comma) return false;
  const auto* behind = at(name.end);
  const bool is_closed = behind == nullptr || behind->before >= Gap::comma || is(behind->kinds(), speech);
  if (!is_closed) return false;
  for (std::size_t i = name.begin, seen = 0; i-- > 0 && seen <= longest_apposition; ++seen) {
    if (is_a_role(words_[i]) && !words_[i].closes) return true;
    if (words_[i].before != Gap::space && words_[i].before != Gap::other) return false;
  }
  return false;
}

bool NameContext::has_life_in_brackets(WordRange name) const {
  const auto* first = at(name.end);
  const auto* second = at(name.end + 1);
  if (first == nullptr || second == nullptr || !first->in_bracket || words_[name.end - 1].closes)
    return false;
  if (first->text == "born" || first->text == "aged") return second->written == Case::number;
  if (second->before == Gap::space) return false;
  if (first->written == Case::number)
    return first->text.size() == 2 ||
           (is_a_year(*first) && is_a_year(*second) && second->before == Gap::other);
  return is(first->kinds(), place);
}

bool NameContext::does_what_persons_do(WordRange name) const {
  const auto* first = at(name.end);
  if (first == nullptr || words_[name.end - 1].closes || first->before != Gap::space) return false;
  if (is_one_of(first->text, done_by_persons)) return true;
  const auto* second = at(name.end + 1);
  return (first->text == "was" || first->text == "is") && second != nullptr && second->before == Gap::space &&
         is_one_of(second->text, done_to_persons);
}

bool NameContext::are_listed(WordRange one, WordRange other) const {
  if (words_[one.end - 1].closes || other.begin >= words_.size()) return false;
  if (other.begin == one.end) return words_[one.end].before == Gap::comma;
  return other.begin == one.end + 1 && words_[one.end].text == "and" &&
         words_[one.end].before <= Gap::comma && words_[other.begin].before == Gap::space;
}

bool NameContext::is_he_or_she(WordRange name) const {
  const std::size_t limit = std::min(words_.size(), name.end + nearest_pronoun);
  int sentences = 0;
  for (std::size_t i = name.end; i < limit && sentences < 2; ++i) {
    if (words_[i].before == Gap::sentence) ++sentences;
    if (is_one_of(words_[i].text, of_things)) return false;
    if (is_one_of(words_[i].text, of_persons)) return true;
  }
  return false;
}

bool NameContext::is_office_of_a_place(WordRange name) const {
  if (name.begin < 2 || words_[name.begin].before != Gap::space) return false;
  std::size_t i = name.begin - 1;
  if (words_[i].text == "the" && i > 1) --i;
  const bool fits = words_[i].text == "of" || words_[i].text == "to" || words_[i].text == "for";
  return fits && words_[i].before == Gap::space && is(words_[i - 1].kinds(), title | role);
}

bool NameContext::is_called_a_firm(WordRange name) const {
  const auto* behind = at(name.end);
  if (behind == nullptr) return false;
  if (behind->in_ticker || behind->behind_ampersand) return true;
  const auto* second = at(name.end + 1);
  return behind->text == "and" && behind->before == Gap::space && second != nullptr &&
         is_one_of(second->text, of_a_firm);
}

bool NameContext::belongs_to_a_role(WordRange name) const {
  const auto* behind = at(name.end);
  return behind != nullptr && behind->before == Gap::space && !words_[name.end - 1].closes &&
         is_a_small_role(*behind);
}

bool NameContext::is_used_as_a_place(WordRange name) const {
  const auto* ahead = before(name.begin);
  if (ahead != nullptr && words_[name.begin].before == Gap::space && !words_[name.end - 1].closes &&
      is_one_of(ahead->text, prepositions_of_place))
    return true;
  const auto* behind = at(name.end);
  if (behind == nullptr || behind->before != Gap::comma || !is(behind->kinds(), place) || behind->closes)
    return false;
  const auto* second = at(name.end + 1);
  return second == nullptr || second->before >= Gap::comma;
}

}  // namespace morgue
