// SPDX-License-Identifier: GPL-3.0-or-later
// Literal text, compared in NFC; places are kept in the text as it is written. Knows nothing of fields or
// trees.
#include "common/query/literal_text.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>

#include "common/text/characters.h"
#include "common/text/tokenizer.h"

namespace morgue {
namespace {

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return *found;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

bool is_in_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece(text), status);
}

std::string in_nfc(std::string_view text, icu::Edits* edits) {
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(text), sink, edits, status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return normal;
}

bool is_space_at(std::string_view text, std::size_t i) {
  return i < text.size() && u_isUWhiteSpace(next_character(text, i));
}

std::size_t after_space(std::string_view text, std::size_t i) {
  while (is_space_at(text, i)) next_character(text, i);
  return i;
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    i = after_space(text, i);
    if (i > begin) {
      result += ' ';
      continue;
    }
    next_character(text, i);
    result += text.substr(begin, i - begin);
  }
  return result;
}

std::size_t end_of_words(std::string_view text) {
  Lexicon lexicon;
  std::size_t end = 0;
  for (const auto& token : tokenize(text, lexicon)) end = std::max<std::size_t>(end, token.end);
  return end;
}

std::size_t end_of_letters(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto is = class_of(next_character(text, i));
    if (is == CharacterClass::letter || is == CharacterClass::digit) end = i;
  }
  return end;
}

/// Bytes in the text as it is written, ascending, as bytes of the text in NFC.
class InNfc {
 public:
  explicit InNfc(std::string_view text) {
    if (is_in_nfc(text)) {
      text_ = text;
      return;
    }
    edits_.emplace();
    normal_ = in_nfc(text, &*edits_);
    text_ = normal_;
    places_.emplace(edits_->getFineIterator());
  }

  std::string_view text() const { return text_; }

  std::size_t place_of(std::uint32_t byte) {
    if (!places_) return byte;
    UErrorCode status = U_ZERO_ERROR;
    const auto place = places_->destinationIndexFromSourceIndex(static_cast<std::int32_t>(byte), status);
    if (U_FAILURE(status)) throw std::bad_alloc();
    return static_cast<std::size_t>(place);
  }

 private:
  std::string_view text_;
  std::string normal_;
  std::optional<icu::Edits> edits_;  // none: the text is in NFC
  std::optional<icu::Edits::Iterator> places_;
};

/// Behind the literal where it stands at `at`, and the same for its beginning up to `words`.
struct Ends {
  std::size_t words = 0;
  std::size_t whole = 0;
};
std::optional<Ends> ends_of(std::string_view literal, std::size_t words, std::string_view text,
                            std::size_t at) {
  Ends ends;
  for (std::size_t i = 0; i < literal.size(); ++i) {
    if (i == words) ends.words = at;
    const bool is_space = literal[i] == ' ';
    if (is_space ? !is_space_at(text, at) : (at >= text.size() || text[at] != literal[i]))
      return std::nullopt;
    at = is_space ? after_space(text, at) : at + 1;
  }
  if (words == literal.size()) ends.words = at;
  ends.whole = at;
  return ends;
}

/// The ends of words by their place in NFC, ascending, and as they are written.
std::vector<std::pair<std::size_t, std::uint32_t>> ends_of_words(const std::vector<Token>& tokens,
                                                                 InNfc& text) {
  std::vector<std::pair<std::size_t, std::uint32_t>> ends;
  for (const auto& token : tokens) ends.emplace_back(text.place_of(token.end), token.end);
  std::ranges::sort(ends);
  return ends;
}

}  // namespace

std::string literal_text(std::string_view written) {
  const std::string text = with_single_spaces(in_nfc(written, nullptr));
  Lexicon lexicon;
  const auto tokens = tokenize(text, lexicon);
  if (tokens.empty()) return "";
  const std::size_t begin = tokens.front().begin;
  return text.substr(begin, std::max(end_of_words(text), end_of_letters(text)) - begin);
}

LiteralFinder::LiteralFinder(std::string_view literal) : literal_(literal), words_(end_of_words(literal)) {}

void LiteralFinder::find(const AnalysedText& in, bool only_the_first, std::vector<Place>& places) const {
  InNfc text(in.text);
  std::vector<std::pair<std::size_t, std::uint32_t>> word_ends;  // known once they are asked for
  for (const auto& token : in.tokens) {
    if (token.kind == TokenKind::joined) continue;
    const auto ends = ends_of(literal_, words_, text.text(), text.place_of(token.begin));
    if (!ends) continue;
    if (word_ends.empty()) word_ends = ends_of_words(in.tokens, text);
    const auto end =
        std::ranges::lower_bound(word_ends, ends->words, {}, &std::pair<std::size_t, std::uint32_t>::first);
    if (end == word_ends.end() || end->first != ends->words) continue;
    places.push_back({token.begin, end->second, token.position, token.position});
    if (only_the_first) return;
  }
}

}  // namespace morgue
