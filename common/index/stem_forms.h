// SPDX-License-Identifier: GPL-3.0-or-later
// The folded forms that were seen with a stem, so that a stemmed word can be asked for by positions. Kept in
// Xapian's synonym table, by the stem's term. Knows nothing of articles on disk.
#pragma once

#include <xapian.h>

#include <compare>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article/analysed_article.h"

namespace morgue {

/// Sorted. Forms longer than longest_vocabulary_form are left out; a form may be among them whose last
/// article is gone. Without a language the stem is its own only form, seen or not. `database` may be one that
/// is written to.
std::vector<std::string> forms_of_stem(const Xapian::Database& database, std::string_view language,
                                       std::string_view stem);

struct StemForm {
  std::string term;  // the stem's
  std::string form;
  auto operator<=>(const StemForm&) const = default;
};

/// What the articles of one analyser tell of stems and forms, each pair once. So whatever becomes of an
/// article, what it told must reach the writer.
class StemFormsGatherer {
 public:
  /// What was not told before.
  std::vector<StemForm> news_of(const AnalysedArticle&);

 private:
  void add(const AnalysedArticle&, const AnalysedText&, std::vector<bool>& told, std::vector<StemForm>& news);

  std::shared_ptr<Lexicon> lexicon_;                         // whose ids are below
  std::unordered_map<std::string, std::vector<bool>> told_;  // by language, by FormId
};

class StemFormsWriter {
 public:
  void add(std::vector<StemForm>);

  /// To be called before every commit.
  void write(Xapian::WritableDatabase&);

 private:
  std::set<StemForm> pending_;
};

/// Removes the forms that the vocabulary does not hold (any more).
void forget_forms_without_articles(Xapian::WritableDatabase&);

}  // namespace morgue
