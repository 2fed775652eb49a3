// SPDX-License-Identifier: GPL-3.0-or-later
// An article made ready to be written, with everything that takes time and needs no writer: so it can be made
// in any thread. Knows nothing of inputs.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/index/article_document.h"
#include "common/index/known_articles.h"
#include "common/index/stem_forms.h"

namespace morgue {

/// Nothing in it is shared with who made it: it can be given to another thread.
struct PreparedArticle {
  Article article;      // as it will be read back, without `added`
  std::string content;  // content_of(article)
  /// Without `added`. Empty where the archive had this content already when it was looked at.
  std::optional<Xapian::Document> document;
  std::vector<WordPositions> words;  // of the document
  std::vector<StemForm> stem_forms;
  std::string language;  // stemmed in; ""
};

/// Not thread-safe: one per thread.
class ArticlePreparer {
 public:
  /// A lexicon of more written words is begun anew.
  explicit ArticlePreparer(const std::string& time_zone,
                           std::size_t largest_lexicon = Analyser::default_largest_lexicon);

  /// From now on what this generation holds unchanged is not made into a document again.
  void compare_with(const std::filesystem::path& generation);

  /// From now on no documents are made: what comes is for a BulkLoad. Whether an article can be taken is seen
  /// all the same.
  void leave_documents_out() { makes_documents_ = false; }

  /// The article must have an id; it is taken at `now`, in seconds since 1970. Throws Error(bad_input) for an
  /// article that cannot be taken.
  PreparedArticle prepare(Article, std::int64_t now);
  /// The words of an article that is in the archive.
  std::vector<WordPositions> words_of(const Article& article);
  /// Makes the document where there is none.
  void complete(PreparedArticle&);

  const TimeZone& zone() const { return analyser_.zone(); }

 private:
  bool is_known(const PreparedArticle&);
  void require_room_for(const Article&);

  Analyser analyser_;
  StemFormsGatherer stem_forms_;
  std::optional<KnownArticles> known_;
  bool makes_documents_ = true;
};

}  // namespace morgue
