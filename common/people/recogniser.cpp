// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/people/recogniser.h"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "common/people/name_finder.h"
#include "common/people/name_shapes.h"
#include "common/people/persons.h"

namespace morgue {
namespace {

struct Field {
  std::string_view text;
  std::uint64_t first;  // of its mentions: a title's stand before a body's
  std::vector<WrittenWord> words;
  FoundNames found;

  Field(std::string_view field_text, std::uint64_t first_mention)
      : text(field_text), first(first_mention), words(written_words(field_text)) {}

  std::span<const WrittenWord> name(const FoundName& found_name) const {
    return std::span(words).subspan(found_name.words.begin, found_name.words.size());
  }
  std::string_view written(const FoundName& found_name) const {
    const auto& last = words[found_name.words.end - 1];
    const std::size_t begin = words[found_name.words.begin].begin;
    return text.substr(begin, last.begin + last.text.size() - begin);
  }
  std::uint64_t at(const FoundName& found_name) const { return first + words[found_name.words.begin].begin; }
};

/// A line in which hardly a longer word begins small.
bool is_headline_case(const std::vector<WrittenWord>& words) {
  std::size_t small = 0;
  std::size_t longer = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].text.size() < 4 || words[i].written == Case::number) continue;
    ++longer;
    if (words[i].written == Case::small) ++small;
  }
  return small * 4 <= longer;
}

const WrittenWord& last_full_word(std::span<const WrittenWord> name) {
  return *std::find_if(name.rbegin(), name.rend(), is_full_word);
}

class Recogniser {
 public:
  Recogniser(std::string_view title, std::string_view body)
      : title_(title, 0), body_(body, title.size() + 1) {}

  std::vector<std::string> people() {
    body_.found = find_names(body_.words);
    if (!is_headline_case(title_.words)) title_.found = find_names(title_.words);
    for (auto* field : {&title_, &body_}) note(*field);
    for (const auto* field : {&title_, &body_}) add_full_names(*field);
    for (const auto* field : {&title_, &body_}) add_single_names(*field);
    for (const auto& word : title_.words)
      if (word.written != Case::small && word.written != Case::number) persons_.mention(word, word.begin);
    return persons_.by_first_mention();
  }

 private:
  void note(const Field& field) {
    of_firms_.insert(field.found.of_firms.begin(), field.found.of_firms.end());
    for (const auto& name : field.found.names)
      if (is_single(name, field.name(name))) alone_.insert(field.words[name.words.begin].text);
    for (const auto& name : field.found.names)
      if (name.certainty == Certainty::acting) acting_.insert(field.words[name.words.begin].text);
  }

  static bool is_single(const FoundName& found, std::span<const WrittenWord> words) {
    return found.certainty == Certainty::bare || found.certainty == Certainty::acting ||
           (full_words(words) == 1 && words.front().written == Case::capital);
  }

  void add_full_names(const Field& field) {
    for (const auto& found : field.found.names) {
      const auto words = field.name(found);
      if (is_single(found, words) || !is_a_person(found, words)) continue;
      persons_.add_full(field.written(found), words, field.at(found));
      for (const auto& word : words) known_.insert(word.text);
    }
  }

  void add_single_names(const Field& field) {
    for (const auto& found : field.found.names) {
      const auto words = field.name(found);
      if (!is_single(found, words)) continue;
      const auto& surname = last_full_word(words);
      if (found.certainty == Certainty::sure)
        persons_.add_single(field.written(found), surname, field.at(found));
      else if (known_.contains(surname.text)) persons_.mention(surname, field.at(found));
    }
  }

  bool is_a_person(const FoundName& found, std::span<const WrittenWord> words) const {
    if (found.certainty == Certainty::sure) return true;
    const bool is_firm = words.size() >= 2 && of_firms_.contains({words[0].text, words[1].text});
    if (is_firm) return false;
    if (found.certainty == Certainty::shaped) return true;
    // Later mentions have a person's surname, but a thing's first word.
    return !alone_.contains(words.front().text) &&
           (found.certainty == Certainty::listed || acting_.contains(last_full_word(words).text));
  }

  Field title_;
  Field body_;
  Persons persons_;
  std::set<std::pair<std::string_view, std::string_view>> of_firms_;
  std::unordered_set<std::string_view> known_;   // words of full names
  std::unordered_set<std::string_view> alone_;   // words that stand alone somewhere
  std::unordered_set<std::string_view> acting_;  // of those, the ones that act
};

}  // namespace

std::vector<std::string> recognised_people(std::string_view title, std::string_view body) {
  return Recogniser(title, body).people();
}

}  // namespace morgue
