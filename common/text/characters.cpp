// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>

namespace morgue {
namespace {

constexpr CharacterClass ascii_class(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharacterClass::letter;
  if (c >= '0' && c <= '9') return CharacterClass::digit;
  switch (c) {
    case '\'':
    case '`': return CharacterClass::apostrophe;
    case '-': return CharacterClass::hyphen;
    case '.': return CharacterClass::dot;
    case ',': return CharacterClass::comma;
    case '&': return CharacterClass::ampersand;
    default: return CharacterClass::other;
  }
}

/// Signs that Unicode's categories do not tell apart as we need it; other for all the rest.
CharacterClass sign_class(UChar32 c) {
  switch (c) {
    case 0x00B4:  // acute accent
    case 0x02B9:  // modifier prime
    case 0x02BB:  // modifier turned comma, okina
    case 0x02BC:  // modifier apostrophe
    case 0x02BD:
    case 0x0374:  // Greek numeral sign, folds to the modifier prime
    case 0x05F3:  // geresh
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:  // prime
    case 0xFF07: return CharacterClass::apostrophe;
    case 0x058A:  // Armenian hyphen
    case 0x05BE:  // maqaf
    case 0x2010:
    case 0x2011:
    case 0xFE63:
    case 0xFF0D: return CharacterClass::hyphen;
    case 0xFF0E: return CharacterClass::dot;
    case 0x066C:  // Arabic thousands separator
    case 0xFF0C: return CharacterClass::comma;
    case 0x2009:
    case 0x202F: return CharacterClass::thin_space;
    case 0xFF06: return CharacterClass::ampersand;
    case 0x0640: return CharacterClass::invisible;  // tatweel
    default: return CharacterClass::other;
  }
}

bool is_small_digit(UChar32 c) {  // superscripts and subscripts: CO₂ is CO2
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ||
         (c >= 0x2080 && c <= 0x2089);
}

bool is_ideograph(UChar32 letter) {
  for (const UScriptCode script : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI, USCRIPT_LAO,
                                   USCRIPT_KHMER, USCRIPT_MYANMAR})
    if (uscript_hasScript(letter, script)) return true;
  return false;
}

bool script_may_be_ideographic(UChar32 c) { return c >= 0x0E00; }  // Thai is the first of them

CharacterClass worked_out_class(UChar32 c) {
  if (const CharacterClass sign = sign_class(c); sign != CharacterClass::other) return sign;
  const std::uint32_t category = U_GET_GC_MASK(c);
  if (category & (U_GC_L_MASK | U_GC_NL_MASK)) {
    if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharacterClass::invisible;
    return script_may_be_ideographic(c) && is_ideograph(c) ? CharacterClass::ideograph
                                                           : CharacterClass::letter;
  }
  if (category & U_GC_ND_MASK || is_small_digit(c)) return CharacterClass::digit;
  if (c == 0x200B) return CharacterClass::other;  // zero width space is a place to break
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return CharacterClass::invisible;
  if (category & U_GC_M_MASK) return CharacterClass::mark;
  return CharacterClass::other;
}

// The alphabets and the signs between words; what comes behind is asked of ICU each time.
constexpr std::size_t end_of_kept = 0x3000;

}  // namespace

constinit const std::array<CharacterClass, 128> classes_of_ascii = [] {
  std::array<CharacterClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) classes[c] = ascii_class(static_cast<unsigned char>(c));
  return classes;
}();

UChar32 next_character_beyond_ascii(std::string_view text, std::size_t& i) {
  UChar32 c = 0;
  U8_NEXT(text.data(), i, text.size(), c);
  return c < 0 ? 0xFFFD : c;
}

CharacterClass class_beyond_ascii(UChar32 c) {
  static const auto kept = [] {
    std::array<CharacterClass, end_of_kept> classes{};
    for (std::size_t each = 0; each < end_of_kept; ++each)
      classes[each] = worked_out_class(static_cast<UChar32>(each));
    return classes;
  }();
  const auto number = static_cast<std::size_t>(c);
  return number < end_of_kept ? kept[number] : worked_out_class(c);
}

bool has_only_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto kind = class_of(next_character(text, i));
    if (kind != CharacterClass::letter && kind != CharacterClass::mark) return false;
  }
  return true;
}

}  // namespace morgue
