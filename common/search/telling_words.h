// SPDX-License-Identifier: GPL-3.0-or-later
// What an article is about, as terms of the index: the words and the persons that tell it from the others.
// Knows nothing of what else is like it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/index/archive_reader.h"

namespace morgue {

/// A word or a person of an article.
struct Telling {
  std::string term;
  std::string written = {};  // as the article has it, most often
  std::string form = {};     // of a word: folded, as a query can ask for it
  double count = 1;          // of a word: its occurrences, saturated
  double weight = 0;         // how much it says of the article: count by idf
};

/// The words by tf·idf: an article's counts by field (title, people, body) as they are indexed, saturated as
/// in the ranking. At most `most`, those that say most first. Words without a letter and words of this
/// article alone are left out.
std::vector<Telling> telling_words(const AnalysedArticle&, ArchiveReader&, std::size_t most);

/// The persons that other articles name too, the rarest first, at most `most`.
std::vector<Telling> telling_people(const Article&, ArchiveReader&, std::size_t most);

}  // namespace morgue
