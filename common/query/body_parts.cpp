// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article's sentences and paragraphs begin, by position. Knows nothing of queries but their units.
#include "common/query/body_parts.h"

#include <utility>

#include "common/text/sentences.h"

namespace morgue {

void BodyParts::need(NearUnit unit) {
  if (unit == NearUnit::sentence && !std::exchange(has_sentences_, true))
    boundaries_.sentences = positions_of(sentence_begins(body_.text));
  if (unit == NearUnit::paragraph && !std::exchange(has_paragraphs_, true))
    boundaries_.paragraphs = positions_of(paragraph_begins(body_.text));
}

/// Of the first word in each; one without a word begins where the next does.
std::vector<std::uint32_t> BodyParts::positions_of(const std::vector<std::uint32_t>& begins) const {
  std::vector<std::uint32_t> positions;
  auto token = body_.tokens.begin();
  for (const auto begin : begins) {
    while (token != body_.tokens.end() && token->begin < begin) ++token;
    if (token != body_.tokens.end()) positions.push_back(token->position);
  }
  return positions;
}

}  // namespace morgue
