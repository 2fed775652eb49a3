// SPDX-License-Identifier: GPL-3.0-or-later
// Literal text: what is the same in NFC, code point for code point, with every run of white space one space.
// Knows nothing of fields or trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/term_sequence.h"

namespace morgue {

/// As it is compared: in NFC, one space for each run of white space, without the signs before its first word
/// and behind its last. "" if there is no word in it. The text is valid UTF-8.
std::string literal_text(std::string_view written);

/// Where such a text stands in others: from where a word, a part or an elided rest begins to where one ends.
class LiteralFinder {
 public:
  explicit LiteralFinder(std::string_view literal_text);

  /// Adds each occurrence, up to the end of its last word.
  void find(const AnalysedText&, bool only_the_first, std::vector<Place>& places) const;

 private:
  std::string literal_;
  std::size_t words_;  // bytes of it up to the end of its last word: a final 's is none
};

}  // namespace morgue
