// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of an archive: opens, follows the current generation, finds articles by id. One per thread.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/index/archive.h"
#include "common/index/known_terms.h"
#include "common/index/lease.h"
#include "common/index/vocabulary.h"

namespace morgue {

/// Reading throws Xapian::DatabaseModifiedError when a second commit has overtaken the reader: follow(), and
/// do the whole of what was being done again. All else is Error(storage).
class ArchiveReader {
 public:
  /// Throws Error(not_found, incompatible, storage).
  explicit ArchiveReader(const std::string& directory);

  /// Opens what was committed or swapped in since; whether there was anything new. Throws as the constructor;
  /// the reader then stays where it was.
  bool follow();

  /// Opens as follow(), and keeps writers from overtaking this reader while the lease is held and as long as
  /// they honour it.
  Lease lease();

  /// What changes with every commit and swap: "uuid:revision".
  std::string generation() const;
  const std::string& time_zone() const { return time_zone_; }
  /// Stem languages of the articles; "" is always among them, last.
  const std::vector<std::string>& languages() const { return languages_; }
  Xapian::Database& database() { return database_; }
  /// The databases of which it is made: it alone, or several (docs/operations.md).
  const std::vector<Xapian::Database>& shards() const { return shards_; }

  std::optional<Article> find(const std::string& id);
  /// The number of articles with the term, and of its occurrences in them; of a stem, the forms it was seen
  /// in (stem_forms.h). Each is read when it is first asked for, kept until follow() finds something new.
  Xapian::doccount articles_with(const std::string& term) { return known_.articles(database_, term); }
  Xapian::termcount occurrences_of(const std::string& term) { return known_.occurrences(database_, term); }
  /// As it was written (forms), not by its stem.
  WordCount articles_with_word(const std::string& form) { return known_.word(shards_, database_, form); }
  std::vector<std::string> forms_of(std::string_view language, std::string_view stem) {
    return known_.forms(database_, language, stem);
  }
  /// Read when it is first asked for, kept until follow() finds something new.
  const Vocabulary& vocabulary();

 private:
  void open(const CurrentGeneration&);
  void read_metadata(const Xapian::Database&);

  ArchiveDirectory directory_;
  CurrentGeneration current_;
  Xapian::Database database_;
  std::vector<Xapian::Database> shards_;
  std::string time_zone_;
  std::vector<std::string> languages_;
  std::optional<Vocabulary> vocabulary_;
  KnownTerms known_;
};

}  // namespace morgue
