// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/lexicon.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "common/text/characters.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

bool is_digit_at(std::string_view text, std::size_t i) {
  if (i >= text.size()) return false;
  return class_of(next_character(text, i)) == CharacterClass::digit;
}

/// A dot stays between two digits; the other signs that join words never do.
std::string without_joiners(std::string_view text) {
  std::string bare;
  bool after_digit = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const UChar32 c = next_character(text, i);
    const CharacterClass is = class_of(c);
    const bool joins = is == CharacterClass::apostrophe || is == CharacterClass::hyphen ||
                       is == CharacterClass::comma || is == CharacterClass::thin_space ||
                       u_isUWhiteSpace(c) ||
                       (is == CharacterClass::dot && !(after_digit && is_digit_at(text, i)));
    if (!joins) bare.append(text, begin, i - begin);
    after_digit = is == CharacterClass::digit;
  }
  return bare;
}

}  // namespace

std::string fold_word(std::string_view slice) {
  // Twice: compatibility forms (´, ŉ) turn into joiners or lose them on folding.
  return without_joiners(fold(without_joiners(slice)));
}

FormId Lexicon::id_of_long(std::string_view slice) {
  if (const auto found = of_long_slice_.find(slice); found != of_long_slice_.end()) return found->second;
  const FormId id = id_of_form(fold_word(slice));
  of_long_slice_.emplace(texts_.emplace_back(slice), id);
  return id;
}

FormId Lexicon::add_short(const ShortText& text, std::string_view slice) {
  const FormId id = id_of_form(fold_word(slice));
  of_short_slice_.add(text, id);
  return id;
}

FormId Lexicon::id_of_form(std::string form) {
  if (const auto found = of_form_.find(form); found != of_form_.end()) return found->second;
  const auto id = static_cast<FormId>(forms_.size());
  if (form.empty()) blank_ = id;
  forms_.push_back(texts_.emplace_back(std::move(form)));
  of_form_.emplace(forms_.back(), id);
  return id;
}

std::string_view Lexicon::stem(FormId id, std::string_view language) {
  auto& of_language = stems(language);
  return of_language.text(of_language.id_of(id));
}

LanguageStems& Lexicon::stems(std::string_view language) {
  if (asked_stems_ == nullptr || language != asked_language_) {
    asked_language_ = language;
    auto& stems = stems_[asked_language_];
    if (!stems) stems = std::make_unique<LanguageStems>(*this, language);
    asked_stems_ = stems.get();
  }
  return *asked_stems_;
}

StemId LanguageStems::work_out(FormId form) {
  if (of_form_.size() <= form) of_form_.resize(lexicon_.size(), none);
  std::string stem = stemmer_.stem(lexicon_.form(form));
  auto found = of_text_.find(stem);
  if (found == of_text_.end()) {
    const std::string_view text = lexicon_.texts_.emplace_back(std::move(stem));
    found = of_text_.emplace(text, static_cast<StemId>(texts_.size())).first;
    texts_.push_back(text);
  }
  return of_form_[form] = found->second;
}

}  // namespace morgue
