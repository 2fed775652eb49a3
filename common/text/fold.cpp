// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

namespace morgue {
namespace {

constexpr UChar32 tatweel = 0x640;  // stretches a word, is no letter of it
constexpr UChar32 cyrillic_i = 0x438;
constexpr UChar32 breve = 0x306;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  return *found;
}

bool sheds_marks(UChar32 base) {
  if (u_isdigit(base)) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC: return true;
    default: return false;
  }
}

bool is_mark(UChar32 c) { return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

bool is_latin(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

/// ICU's Latin-ASCII for the letters that have no decomposition (ø ł đ æ …); each is asked for once.
icu::UnicodeString latin_ascii(UChar32 c) {
  static std::mutex mutex;
  static std::map<UChar32, icu::UnicodeString> known;
  static std::unique_ptr<icu::Transliterator> transliterator;
  const std::lock_guard lock(mutex);
  if (const auto found = known.find(c); found != known.end()) return found->second;
  if (!transliterator) {
    UErrorCode status = U_ZERO_ERROR;
    transliterator.reset(icu::Transliterator::createInstance("Latin-ASCII", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw std::bad_alloc();
  }
  icu::UnicodeString letter(c);
  transliterator->transliterate(letter);
  return known.emplace(c, letter.foldCase()).first->second;
}

icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString bare;
  UChar32 base = 0;
  for (std::int32_t i = 0; i < decomposed.length();) {
    const UChar32 c = decomposed.char32At(i);
    i += U16_LENGTH(c);
    if (is_mark(c)) {
      if (!sheds_marks(base) || (base == cyrillic_i && c == breve)) bare.append(c);
      continue;
    }
    if (c == tatweel) continue;
    base = c;
    if (u_isdigit(c)) bare.append(static_cast<UChar32>('0' + u_charDigitValue(c)));
    else if (c >= 0x80 && is_latin(c)) bare.append(latin_ascii(c));
    else bare.append(c);
  }
  return bare;
}

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  UErrorCode status = U_ZERO_ERROR;
  const auto original =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const auto cased = normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(original, status);
  const auto decomposed = normalizer(icu::Normalizer2::getNFDInstance).normalize(cased, status);
  const auto composed =
      normalizer(icu::Normalizer2::getNFCInstance).normalize(without_marks(decomposed), status);
  if (U_FAILURE(status)) throw std::bad_alloc();
  std::string folded;
  composed.toUTF8String(folded);
  return folded;
}

std::string fold_value(std::string_view text) {
  const std::string folded = fold(text);
  std::string value;
  bool space = false;
  const auto length = static_cast<std::int32_t>(folded.size());
  for (std::int32_t i = 0; i < length;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(folded.data(), i, length, c);
    if (u_isUWhiteSpace(c)) {
      space = true;
      continue;
    }
    if (space && !value.empty()) value += ' ';
    space = false;
    value.append(folded, static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
  }
  return value;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(text.data(), i, text.size(), c);
    if (c < 0) return false;
  }
  return true;
}

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return std::to_string(version[0]) + "." + std::to_string(version[1]);
}

std::string valid_utf8(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);
  std::string valid;
  valid.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, text.size(), c);  // on a fault it has passed the maximal subpart
    if (c < 0) valid += "\xEF\xBF\xBD";
    else valid.append(text, begin, i - begin);
  }
  return valid;
}

}  // namespace morgue
