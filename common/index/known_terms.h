// SPDX-License-Identifier: GPL-3.0-or-later
// What one state of a database says of its terms, each read once: a request asks of a word several times, and
// every look-up is a way down a tree on disk. Knows nothing of when there is something new.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/index/vocabulary.h"

namespace morgue {

class KnownTerms {
 public:
  Xapian::doccount articles(const Xapian::Database&, const std::string& term);
  /// In how many articles of the databases the word of this form stands: of the vocabulary as it tells, of a
  /// longer one by its term.
  WordCount word(Shards, const Xapian::Database&, const std::string& form);
  Xapian::termcount occurrences(const Xapian::Database&, const std::string& term);
  /// As forms_of_stem.
  std::vector<std::string> forms(const Xapian::Database&, std::string_view language, std::string_view stem);

  void forget() {
    terms_.clear();
    vocabulary_.clear();
  }

 private:
  struct Known {
    std::optional<Xapian::doccount> articles;
    std::optional<Xapian::termcount> occurrences;
    std::optional<std::vector<std::string>> forms;
  };
  Known& of(const std::string& term);

  std::unordered_map<std::string, Known> terms_;
  std::vector<WordCounts> vocabulary_;  // of each database, once asked
};

}  // namespace morgue
