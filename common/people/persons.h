// SPDX-License-Identifier: GPL-3.0-or-later
// Who is the same person: names joined by surname and given name. Knows nothing of why they are names.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "common/people/written_words.h"

namespace morgue {

/// Collects names in any order and gives each person once.
class Persons {
 public:
  /// A given name and a surname at least. `at` is where it stands: less is earlier.
  void add_full(std::string_view written, std::span<const WrittenWord> words, std::uint64_t at);
  /// A surname behind a title: a person of its own where nobody full is known by it.
  void add_single(std::string_view written, const WrittenWord& word, std::uint64_t at);
  /// A word that is a person only if somebody is known by it.
  void mention(const WrittenWord& word, std::uint64_t at);

  /// By their fullest form, in order of first mention. Call it after everything is added.
  std::vector<std::string> by_first_mention();

 private:
  struct Name {
    std::vector<std::string> words;  // folded, without suffixes
    std::string surname;             // folded, without al-
    std::string suffix;
    bool surname_first = false;
    std::string written;
    std::uint64_t at = 0;
  };
  struct Single {
    std::string surname;
    std::string written;  // "": a mention only
    std::uint64_t at = 0;
  };

  static bool may_be_same(const Name& one, const Name& other);
  void join(Name name);
  Name* known_by(const std::string& word);

  std::vector<Name> persons_;
  std::multimap<std::string, std::size_t> of_surname_;
  std::vector<Single> singles_;
};

}  // namespace morgue
