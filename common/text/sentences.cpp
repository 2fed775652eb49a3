// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>
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

/// Appends the sentences of one paragraph, which begins at `offset` of the whole. A single line break is
/// white space (newswire texts are wrapped); ICU would end a sentence at each.
void append_sentences(std::string paragraph, std::size_t offset, std::vector<std::uint32_t>& begins) {
  std::replace_if(
      paragraph.begin(), paragraph.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  UErrorCode status = U_ZERO_ERROR;
  UText* text =
      utext_openUTF8(nullptr, paragraph.data(), static_cast<std::int64_t>(paragraph.size()), &status);
  auto& breaks = sentence_breaks();
  breaks.setText(text, status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  for (std::int32_t at = breaks.first(); at != icu::BreakIterator::DONE; at = breaks.next()) {
    const auto begin = static_cast<std::size_t>(at);
    if (begin >= paragraph.size()) break;
    if (begin > 0 && ends_in_an_abbreviation(std::string_view(paragraph).substr(0, begin))) continue;
    begins.push_back(static_cast<std::uint32_t>(offset + begin));
  }
  utext_close(text);
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

std::vector<std::uint32_t> sentence_begins(std::string_view text) {
  std::vector<std::uint32_t> begins;
  const auto paragraphs = paragraph_begins(text);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const std::size_t end = p + 1 < paragraphs.size() ? paragraphs[p + 1] : text.size();
    append_sentences(std::string(text.substr(paragraphs[p], end - paragraphs[p])), paragraphs[p], begins);
  }
  return begins;
}

}  // namespace morgue
