// SPDX-License-Identifier: GPL-3.0-or-later
// Lexicon: every distinct written word with its folded form and its stems, each worked out once. Knows
// nothing of texts.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/stemmer.h"

namespace morgue {

using FormId = std::uint32_t;

/// Wildcards and letters that may be wrong are tried on forms of at most so many bytes; a longer one is found
/// as it is.
inline constexpr std::size_t longest_form_tried = 200;

/// Grows with the vocabulary it has seen; not thread-safe. Views it gives live as long as it does.
class Lexicon {
 public:
  /// The form of a token's slice of text: see fold_word.
  FormId id_of(std::string_view slice);

  std::string_view form(FormId id) const { return forms_[id]; }
  /// The stem in `language` (a primary subtag such as "en"); the form itself where there is no stemmer for
  /// it.
  std::string_view stem(FormId id, std::string_view language);

  std::size_t size() const { return forms_.size(); }

 private:
  struct Stems {
    Stemmer stemmer;
    std::vector<std::string_view> of_form;  // a null view: not asked yet
    explicit Stems(std::string_view language) : stemmer(language) {}
  };

  Stems& stems_in(std::string_view language);

  std::deque<std::string> texts_;  // what the views point into
  std::vector<std::string_view> forms_;
  boost::unordered_flat_map<std::string_view, FormId> of_slice_;
  boost::unordered_flat_map<std::string_view, FormId> of_form_;
  std::unordered_map<std::string, std::unique_ptr<Stems>> stems_;
  std::string asked_language_;    // the last one, and
  Stems* asked_stems_ = nullptr;  // what stems_ has for it
};

/// The folded form of one token's slice: fold(), without the signs that join (apostrophes, hyphens, dots
/// between letters, the commas and thin spaces of numbers). Dots between digits and & stay.
std::string fold_word(std::string_view slice);

}  // namespace morgue
