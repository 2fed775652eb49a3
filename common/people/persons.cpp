// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/persons.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "common/people/name_shapes.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t most_of_a_surname = 32;  // are compared: a register of Smiths takes no time squared

// Short forms that do not begin like the long one, folded.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> short_forms{{
    {"bill", "william"},   {"bob", "robert"},     {"dick", "richard"},    {"jim", "james"},
    {"ted", "edward"},     {"ted", "theodore"},   {"jack", "john"},       {"tony", "anthony"},
    {"mike", "michael"},   {"peggy", "margaret"}, {"larry", "lawrence"},  {"chuck", "charles"},
    {"harry", "henry"},    {"liz", "elizabeth"},  {"betty", "elizabeth"}, {"kate", "catherine"},
    {"beth", "elizabeth"}, {"joe", "joseph"},     {"jimmy", "james"},     {"bobby", "robert"},
}};

/// One white space where there are several.
std::string on_one_line(std::string_view written) {
  std::string line;
  for (const char c : written) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string folded(const WrittenWord& word) {
  std::string text = fold(word.text);
  std::erase(text, '.');
  return text;
}

std::string without_article(const std::string& surname) {
  const bool has_article =
      surname.size() > 3 && surname[2] == '-' && (surname.starts_with("al") || surname.starts_with("el"));
  return has_article ? surname.substr(3) : surname;
}

bool is_short_form(std::string_view one, std::string_view other) {
  return std::any_of(short_forms.begin(), short_forms.end(), [&](const auto& pair) {
    return (pair.first == one && pair.second == other) || (pair.first == other && pair.second == one);
  });
}

/// Tom and Thomas, J and John, Bill and William.
bool is_same_given_name(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  return (one.size() != 2 && other.starts_with(one)) || one == other || is_short_form(one, other);
}

std::string without_hyphens(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += word;
  std::erase(text, '-');
  return text;
}

bool contains(const std::vector<std::string>& longer, const std::vector<std::string>& shorter) {
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

}  // namespace

void Persons::add_full(std::string_view written, std::span<const WrittenWord> words, std::uint64_t at) {
  Name name;
  name.written = on_one_line(written);
  name.at = at;
  for (const auto& word : words)
    (is(word.kinds(), suffix) ? name.suffix : name.words.emplace_back()) += folded(word);
  name.surname_first = has_surname_first(words);
  name.surname = without_article(name.surname_first ? name.words.front() : name.words.back());
  join(std::move(name));
}

void Persons::add_single(std::string_view written, const WrittenWord& word, std::uint64_t at) {
  singles_.push_back({without_article(folded(word)), on_one_line(written), at});
}

void Persons::mention(const WrittenWord& word, std::uint64_t at) {
  singles_.push_back({without_article(folded(word)), {}, at});
}

bool Persons::may_be_same(const Name& one, const Name& other) {
  if (!one.suffix.empty() && !other.suffix.empty() && one.suffix != other.suffix) return false;
  if (without_hyphens(one.words) == without_hyphens(other.words)) return true;
  if (contains(one.words, other.words) || contains(other.words, one.words)) return true;
  if (one.surname_first || other.surname_first) return false;
  if (!is_same_given_name(one.words.front(), other.words.front())) return false;
  const std::size_t middle = std::min(one.words.size(), other.words.size());
  for (std::size_t i = 1; i + 1 < middle; ++i)
    if (one.words[i][0] != other.words[i][0]) return false;
  return true;
}

void Persons::join(Name name) {
  const auto [begin, end] = of_surname_.equal_range(name.surname);
  std::size_t compared = 0;
  for (auto known = begin; known != end && compared < most_of_a_surname; ++known, ++compared) {
    auto& person = persons_[known->second];
    if (!may_be_same(person, name)) continue;
    const auto at = std::min(person.at, name.at);
    if (std::tuple(name.words.size(), name.written.size()) >
        std::tuple(person.words.size(), person.written.size()))
      person = std::move(name);
    person.at = at;
    return;
  }
  of_surname_.emplace(name.surname, persons_.size());
  persons_.push_back(std::move(name));
}

Persons::Name* Persons::known_by(const std::string& word) {
  const auto found = of_surname_.find(word);
  return found == of_surname_.end() ? nullptr : &persons_[found->second];
}

std::vector<std::string> Persons::by_first_mention() {
  std::map<std::string, std::size_t> of_other_word;  // Sir Keir, and the first of two surnames
  for (std::size_t i = 0; i < persons_.size(); ++i)
    for (const auto& word : persons_[i].words) of_other_word.emplace(without_article(word), i);
  std::stable_sort(singles_.begin(), singles_.end(), [](const Single& one, const Single& other) {
    return std::tuple(one.written.empty(), one.at) < std::tuple(other.written.empty(), other.at);
  });
  for (auto& single : singles_) {
    auto* person = known_by(single.surname);
    if (person == nullptr && !single.written.empty()) {
      if (const auto other = of_other_word.find(single.surname); other != of_other_word.end())
        person = &persons_[other->second];
    }
    if (person != nullptr) person->at = std::min(person->at, single.at);
    else if (!single.written.empty())
      join({{single.surname}, single.surname, {}, false, single.written, single.at});
  }
  std::sort(persons_.begin(), persons_.end(),
            [](const Name& one, const Name& other) { return one.at < other.at; });
  std::vector<std::string> names;
  for (auto& person : persons_) names.push_back(std::move(person.written));
  return names;
}

}  // namespace morgue
