// SPDX-License-Identifier: GPL-3.0-or-later
// The folded forms that were seen with a stem, so that a stemmed word can be asked for by positions. Kept in
// Xapian's synonym table, by the stem's term. Knows nothing of articles on disk.
#pragma once

#include <xapian.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/article/analysed_article.h"

namespace morgue {

/// Sorted. Forms longer than longest_vocabulary_form are left out; a form may be among them whose last
/// article is gone. Without a language the stem is its own only form, seen or not. `database` may be one that
/// is written to.
std::vector<std::string> forms_of_stem(const Xapian::Database& database, std::string_view language,
                                       std::string_view stem);

/// Gathers what articles' words tell of stems and forms; a database is given each pair once in its life.
class StemFormsWriter {
 public:
  void add(const AnalysedArticle&);

  /// To be called before every commit.
  void write(Xapian::WritableDatabase&);

 private:
  void add(const AnalysedArticle&, const AnalysedText&, std::vector<bool>& added);

  std::set<std::pair<std::string, std::string>> pending_;     // the stem's term, the form
  std::shared_ptr<Lexicon> lexicon_;                          // whose ids are below
  std::unordered_map<std::string, std::vector<bool>> added_;  // by language, by FormId
};

}  // namespace morgue
