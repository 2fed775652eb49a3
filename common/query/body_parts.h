// SPDX-License-Identifier: GPL-3.0-or-later
// Where an article's sentences and paragraphs begin, by position. Knows nothing of queries but their units.
#pragma once

#include <cstdint>
#include <vector>

#include "common/article/analysed_article.h"
#include "common/query/nearness.h"

namespace morgue {

/// The body's sentences and paragraphs, each worked out once it is needed. A title or a name is one of
/// either.
class BodyParts {
 public:
  /// The body must outlive this.
  explicit BodyParts(const AnalysedText& body) : body_(body) {}

  void need(NearUnit);
  const Boundaries& boundaries_of(const AnalysedText& text) const {
    return &text == &body_ ? boundaries_ : one_of_each_;
  }

 private:
  std::vector<std::uint32_t> positions_of(const std::vector<std::uint32_t>& begins) const;

  const AnalysedText& body_;
  Boundaries boundaries_;
  const Boundaries one_of_each_{};
  bool has_sentences_ = false, has_paragraphs_ = false;
};

}  // namespace morgue
