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

#include "common/text/short_texts.h"
#include "common/text/stemmer.h"

namespace morgue {

/// Small numbers by text, looked up for every word of every article.
using IdOfText = boost::unordered_flat_map<std::string_view, std::uint32_t, std::hash<std::string_view>>;

using FormId = std::uint32_t;
using StemId = std::uint32_t;  // of one language's stems: equal for equal stems

class Lexicon;

/// The stems of a lexicon's forms in one language, which lives as long as the lexicon.
class LanguageStems {
 public:
  LanguageStems(Lexicon& lexicon, std::string_view language) : lexicon_(lexicon), stemmer_(language) {}

  StemId id_of(FormId form) {
    if (form < of_form_.size() && of_form_[form] != none) return of_form_[form];
    return work_out(form);
  }
  std::string_view text(StemId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  static constexpr StemId none = static_cast<StemId>(-1);  // not asked yet
  StemId work_out(FormId);

  Lexicon& lexicon_;
  Stemmer stemmer_;
  std::vector<StemId> of_form_;
  std::vector<std::string_view> texts_;
  IdOfText of_text_;
};

/// Wildcards and letters that may be wrong are tried on forms of at most so many bytes; a longer one is found
/// as it is.
inline constexpr std::size_t longest_form_tried = 200;

/// Grows with the vocabulary it has seen; not thread-safe. Views it gives live as long as it does.
class Lexicon {
 public:
  /// The form of a token's slice of text: see fold_word.
  FormId id_of(std::string_view slice) {
    if (!ShortText::is_one(slice)) return id_of_long(slice);
    const ShortText text(slice);
    const std::uint32_t id = of_short_slice_.find(text);
    return id != IdOfShortText::none ? id : add_short(text, slice);
  }

  /// To be called some words before id_of, so that memory is read by the time.
  void prefetch(std::string_view slice) const {
    if (ShortText::is_one(slice)) of_short_slice_.prefetch(ShortText(slice));
  }

  std::string_view form(FormId id) const { return forms_[id]; }
  /// Whether the form is empty: of letters that vanish on folding.
  bool is_blank(FormId id) const { return id == blank_; }
  /// The stem in `language` (a primary subtag such as "en"); the form itself where there is no stemmer for
  /// it.
  std::string_view stem(FormId id, std::string_view language);
  LanguageStems& stems(std::string_view language);

  std::size_t size() const { return forms_.size(); }

 private:
  friend class LanguageStems;

  FormId id_of_long(std::string_view slice);
  FormId add_short(const ShortText&, std::string_view slice);
  FormId id_of_form(std::string form);

  std::deque<std::string> texts_;  // what the views point into
  std::vector<std::string_view> forms_;
  IdOfShortText of_short_slice_;
  IdOfText of_long_slice_;
  IdOfText of_form_;
  FormId blank_ = static_cast<FormId>(-1);
  std::unordered_map<std::string, std::unique_ptr<LanguageStems>> stems_;
  std::string asked_language_;            // the last one, and
  LanguageStems* asked_stems_ = nullptr;  // what stems_ has for it
};

/// The folded form of one token's slice: fold(), without the signs that join (apostrophes, hyphens, dots
/// between letters, the commas and thin spaces of numbers). Dots between digits and & stay.
std::string fold_word(std::string_view slice);

}  // namespace morgue
