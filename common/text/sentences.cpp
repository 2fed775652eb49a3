// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <optional>
#include <string>

#include "common/text/characters.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

// Words that a dot abbreviates inside a sentence: titles before names, months.
constexpr std::array<std::string_view, 43> abbreviations{
    "adm",    "amb",  "apr", "aug", "capt", "cmdr", "col",  "cpl", "cpt", "dec",  "dr",
    "feb",    "fr",   "gen", "gov", "hon",  "jan",  "jul",  "jun", "lt",  "maj",  "mar",
    "messrs", "mlle", "mme", "mr",  "mrs",  "ms",   "mt",   "nov", "oct", "pres", "prof",
    "rep",    "reps", "rev", "sen", "sens", "sep",  "sept", "sgt", "st",  "supt"};
static_assert(std::is_sorted(abbreviations.begin(), abbreviations.end()));

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'; }

/// The run of letters, with dots between them, that ends before the dot at the text's end.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && !is_blank(text[begin - 1]) && text[begin - 1] != '(' && text[begin - 1] != '"') --begin;
  return text.substr(begin);
}

bool is_one_capital(std::string_view word) {
  std::size_t i = 0;
  return !word.empty() && u_isUUppercase(next_character(word, i)) && i == word.size();
}

/// Whether the dot that ends `text` (without the white space behind it) is no end of a sentence.
bool ends_in_an_abbreviation(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (text.empty() || text.back() != '.') return false;
  const std::string_view word = last_word(text.substr(0, text.size() - 1));
  if (is_one_capital(word)) return true;
  constexpr std::size_t longest = 6;
  if (word.empty() || word.size() > longest) return false;
  const std::string folded = fold(word);
  return folded == "a.m" || folded == "p.m" ||
         std::binary_search(abbreviations.begin(), abbreviations.end(), std::string_view(folded));
}

/// Whether a sentence begins behind one that may end at `end`.
bool is_begin(std::string_view paragraph, std::size_t end) {
  return end < paragraph.size() && !ends_in_an_abbreviation(paragraph.substr(0, end));
}

icu::BreakIterator& sentence_breaks() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::bad_alloc();
    return made;
  }();
  return *breaks;
}

USentenceBreak break_class(UChar32 c) {
  return static_cast<USentenceBreak>(u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK));
}

const std::array<USentenceBreak, 128>& ascii_break_classes() {
  static const auto classes = [] {
    std::array<USentenceBreak, 128> made{};
    for (std::size_t c = 0; c < made.size(); ++c) made[c] = break_class(static_cast<UChar32>(c));
    for (const std::size_t line_break : {std::size_t{'\n'}, std::size_t{'\r'}})
      made[line_break] = U_SB_SP;  // see append_sentences
    return made;
  }();
  return classes;
}

const std::array<bool, 256>& bytes_that_end_nothing() {
  static const auto bytes = [] {
    std::array<bool, 256> made{};
    for (std::size_t c = 0; c < ascii_break_classes().size(); ++c)
      made[c] = ascii_break_classes()[c] != U_SB_ATERM && ascii_break_classes()[c] != U_SB_STERM;
    return made;
  }();
  return bytes;
}

/// The rules SB6 to SB11 of Unicode Standard Annex 29 for a text without signs that the rules look through
/// (Extend, Format) and without separators of paragraphs. ICU's iterator takes some twenty times as long.
class PlainSentences {
 public:
  explicit PlainSentences(std::string_view text) : text_(text) {}

  /// The byte behind the sentence that goes on at `i`; nullopt: there is such a sign.
  std::optional<std::size_t> end_after(std::size_t i) const {
    for (;;) {
      while (i < text_.size() && goes_on_[static_cast<unsigned char>(text_[i])]) ++i;
      if (i == text_.size()) return i;
      const std::size_t begin = i;
      const USentenceBreak is = take(i);
      if (is_beyond_us(is)) return std::nullopt;
      if (!is_terminator(is)) continue;
      const std::size_t end = behind_spaces(i);
      if (!is_end(begin, is, i, end)) continue;
      if (is_beyond_us(class_at(end))) return std::nullopt;
      return end;
    }
  }

 private:
  USentenceBreak take(std::size_t& i) const {
    const auto first = static_cast<unsigned char>(text_[i]);
    if (first < classes_.size()) {
      ++i;
      return classes_[first];
    }
    return break_class(next_character(text_, i));
  }
  USentenceBreak class_at(std::size_t i) const { return i < text_.size() ? take(i) : U_SB_OTHER; }

  static bool is_beyond_us(USentenceBreak is) {
    return is == U_SB_EXTEND || is == U_SB_FORMAT || is == U_SB_SEP;
  }
  static bool is_terminator(USentenceBreak is) { return is == U_SB_ATERM || is == U_SB_STERM; }
  static bool is_cased(USentenceBreak is) { return is == U_SB_UPPER || is == U_SB_LOWER; }

  std::size_t behind(USentenceBreak run, std::size_t i) const {
    for (std::size_t next = i; next < text_.size() && take(next) == run;) i = next;
    return i;
  }
  std::size_t behind_spaces(std::size_t i) const { return behind(U_SB_SP, behind(U_SB_CLOSE, i)); }

  USentenceBreak class_before(std::size_t i) const {
    if (i == 0) return U_SB_OTHER;
    std::size_t begin = i - 1;
    while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) --begin;
    return take(begin);
  }

  /// Whether the terminator from byte `begin` to `i` ends its sentence, with what closes it, at byte `end`.
  bool is_end(std::size_t begin, USentenceBreak terminator, std::size_t i, std::size_t end) const {
    const USentenceBreak behind_it = class_at(end);
    if (is_terminator(behind_it) || behind_it == U_SB_SCONTINUE) return false;  // SB8a
    if (terminator != U_SB_ATERM) return true;
    const USentenceBreak next = class_at(i);
    if (next == U_SB_NUMERIC) return false;                                 // SB6
    if (next == U_SB_UPPER && is_cased(class_before(begin))) return false;  // SB7
    return !goes_on_in_lower_case(end);                                     // SB8
  }

  bool goes_on_in_lower_case(std::size_t i) const {
    while (i < text_.size()) {
      const USentenceBreak is = take(i);
      if (is == U_SB_LOWER) return true;
      if (is == U_SB_UPPER || is == U_SB_OLETTER || is == U_SB_SEP || is_terminator(is)) return false;
    }
    return false;
  }

  std::string_view text_;
  const std::array<USentenceBreak, 128>& classes_ = ascii_break_classes();
  const std::array<bool, 256>& goes_on_ = bytes_that_end_nothing();
};

/// Where the sentences end, by ICU's iterator, which would end one at each line break.
std::vector<std::size_t> sentence_ends_by_icu(std::string paragraph) {
  std::replace_if(
      paragraph.begin(), paragraph.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  UErrorCode status = U_ZERO_ERROR;
  UText* text =
      utext_openUTF8(nullptr, paragraph.data(), static_cast<std::int64_t>(paragraph.size()), &status);
  auto& breaks = sentence_breaks();
  breaks.setText(text, status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  std::vector<std::size_t> ends;
  for (auto at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next())
    ends.push_back(static_cast<std::size_t>(at));
  utext_close(text);
  return ends;
}

/// Behind byte `until` of the paragraph only the first is sure to be there.
std::vector<std::size_t> sentence_ends(std::string_view paragraph, std::size_t until) {
  const PlainSentences plain(paragraph);
  std::vector<std::size_t> ends;
  for (std::size_t end = 0; end < paragraph.size();) {
    const auto next = plain.end_after(end);
    if (!next) return sentence_ends_by_icu(std::string(paragraph));
    ends.push_back(end = *next);
    if (end > until && is_begin(paragraph, end)) break;
  }
  return ends;
}

/// Appends the sentences of one paragraph, which begins at `offset` of the whole. A single line break is
/// white space: newswire texts are wrapped.
void append_sentences(std::string_view paragraph, std::size_t offset, std::size_t until,
                      std::vector<std::uint32_t>& begins) {
  begins.push_back(static_cast<std::uint32_t>(offset));
  for (const std::size_t end : sentence_ends(paragraph, until))
    if (is_begin(paragraph, end)) begins.push_back(static_cast<std::uint32_t>(offset + end));
}

}  // namespace

std::vector<std::uint32_t> paragraph_begins(std::string_view text) {
  std::vector<std::uint32_t> begins;
  if (text.empty()) return begins;
  begins.push_back(0);
  bool blank_line = false;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t newline = std::min(text.find('\n', line), text.size());
    const bool is_blank_line = std::all_of(text.begin() + static_cast<std::ptrdiff_t>(line),
                                           text.begin() + static_cast<std::ptrdiff_t>(newline), is_blank);
    if (!is_blank_line && blank_line) begins.push_back(static_cast<std::uint32_t>(line));
    blank_line = is_blank_line && (blank_line || line > 0);
    line = newline + 1;
  }
  return begins;
}

std::vector<std::uint32_t> sentence_begins(std::string_view text, std::size_t until) {
  std::vector<std::uint32_t> begins;
  const auto paragraphs = paragraph_begins(text);
  for (std::size_t p = 0; p < paragraphs.size() && (begins.empty() || begins.back() <= until); ++p) {
    const std::size_t begin = paragraphs[p],
                      end = p + 1 < paragraphs.size() ? paragraphs[p + 1] : text.size();
    append_sentences(text.substr(begin, end - begin), begin, until > begin ? until - begin : 0, begins);
  }
  return begins;
}

}  // namespace morgue
