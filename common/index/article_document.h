// SPDX-License-Identifier: GPL-3.0-or-later
// An article as a Xapian document and back. Knows nothing of archives on disk.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/article/analysed_article.h"

namespace morgue {

/// A word of the vocabulary and where it stands in an article.
struct WordPositions {
  std::string form;
  std::string code;  // positions/position_code.h
};

struct ArticleDocument {
  Xapian::Document document;
  std::vector<WordPositions> words;  // of title, body, people and authors, each once
};

/// Those of the article alone.
std::vector<WordPositions> words_of(const AnalysedArticle&);

/// The article, with its id and `taken` set, as terms, values and stored data, and where its words stand.
/// `added` may be left to set_added(). Throws Error(bad_input) for more words in a title or in the names than
/// their position ranges hold, and as to_stored().
ArticleDocument to_document(const AnalysedArticle&);
/// The same, where the stored bytes are known.
ArticleDocument to_document(const AnalysedArticle&, const std::string& stored);

/// Gives a document that has none yet the moment its article was first taken.
void set_added(Xapian::Document&, std::int64_t added, const TimeZone&);

/// The article that a document was made of. Throws Error(storage) for data that is not ours.
Article from_document(const Xapian::Document&);

}  // namespace morgue
